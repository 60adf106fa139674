using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Tests that read the heap's size run alone: what others allocate meanwhile would count.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryMeasurement
{
    public const string Name = "memory";
}

using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Tests that read the heap's size run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryMeasurement
{
    public const string Name = "memory";
}

using Xunit;

namespace ReasoningLsp.Cli.Tests.Scoring;

/// <summary>Tests that load models run alone: each takes a core and some memory.</summary>
[CollectionDefinition("in-process engine", DisableParallelization = true)]
public sealed class EngineCollection;

using Xunit;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>Tests that compute run one after another: the engine has one thread anyway.</summary>
[CollectionDefinition(nameof(EngineFixture))]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>;

using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>Tests that compute run one after another: the engine has one thread anyway.</summary>
[CollectionDefinition(nameof(EngineFixture))]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>;

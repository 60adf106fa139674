using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>One engine for all tests that compute: loading llama.cpp and models is what takes time.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private LocalEngine? _engine;

    public IInferenceEngine Engine => _engine!;

    public ValueTask InitializeAsync()
    {
        _engine = LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}

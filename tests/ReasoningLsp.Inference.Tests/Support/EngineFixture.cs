using ReasoningLsp.Inference.Engine;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>One engine for all tests that compute.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private LocalEngine? _engine;

    public LocalEngine Engine => _engine!;

    public ValueTask InitializeAsync()
    {
        _engine = LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
}

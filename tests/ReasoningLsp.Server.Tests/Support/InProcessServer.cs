using System.IO.Pipelines;
using ReasoningLsp.Programs;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Models;
using Xunit;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>The server in this process, with a clock that stands until it is told to go on.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly StringWriter _log = new();

    public InProcessServer(Func<IModelHost>? models = null, Func<IProgramSandbox>? programs = null)
    {
        var host = new ServerHost
        {
            Input = _toServer.Reader.AsStream(),
            Output = _toClient.Writer.AsStream(),
            Log = _log,
            Version = "0.0.0",
            Clock = Clock,
            Models = models,
            Programs = programs,
        };
        Running = Task.Run(() => LanguageServer.RunAsync(host, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        Client = new TestClient(_toServer.Writer.AsStream(), _toClient.Reader.AsStream());
    }

    public ManualClock Clock { get; } = new();

    public TestClient Client { get; }

    /// <summary>Ends with the exit code.</summary>
    public Task<int> Running { get; }

    public string Log => _log.ToString();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _toServer.Writer.CompleteAsync();
        await Running.WaitAsync(TimeSpan.FromMinutes(1));
        await _log.DisposeAsync();
    }
}

using System.Diagnostics;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Review.Models;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>An engine's process that runs of the program use, and that must survive all of them.</summary>
public sealed class EngineProcess : IAsyncLifetime
{
    private static readonly EngineLauncher Program = new(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"), []);

    private readonly TestFolder _folder = new();
    private EngineClient? _client;
    private int _process;

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsWindows())
            return;
        var address = EngineAddress.For(new EngineOptions().Natives, _folder.At("socket"));
        _client = new EngineClient(address, Program.With("engine", "--threads", "1", "--socket-folder", address.Folder),
            TimeProvider.System);
        _process = (await _client.HelloAsync(CancellationToken.None)).Process;
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
            using var process = Process.GetProcessById(_process);
            process.Kill();
            await process.WaitForExitAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Runs the program on the engine, which must be the same process afterwards.</summary>
    internal async Task<RunResult> RunAsync(TestFolder folder, params string[] arguments)
    {
        if (_client is null)
            Assert.Skip("These tests use sockets in folders of their own.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var before = (await _client.HelloAsync(limit.Token)).Process;
        var result = await TestProgram.RunAsync(folder, new MemoryStream(), arguments, SumReviewer.Create, host => Adapt(host, folder),
            limit.Token);
        _process = (await _client.HelloAsync(TestContext.Current.CancellationToken)).Process;
        Assert.True(before == _process, $"The engine died: {result.Error}");
        return result;
    }

    private ProgramHost Adapt(ProgramHost host, TestFolder folder) => host with
    {
        Program = Program,
        EngineFolder = _folder.At("socket"),
        BuiltInModels = new BuiltInModels(Repository.Path("models")),
        UserFolder = folder.At("user"),
        CacheFolder = folder.At("cache"),
    };
}

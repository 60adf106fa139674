using System.Collections.Concurrent;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Serving;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Serving;

/// <summary>What an editor is told while it has models got.</summary>
public sealed class ModelManagerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task That_a_server_is_asked_again_is_told_as_it_happens_and_is_no_error_in_the_end()
    {
        _folder.Write("hub/weights.bin", "weights");
        using var hub = new LoopbackHub { Limited = 1 };
        hub.Publish("some/model", _folder.At("hub"));
        var told = new ConcurrentQueue<string>();
        var host = new ProgramHost
        {
            Output = Stream.Null,
            Error = TextWriter.Null,
            Input = Stream.Null,
            Folder = _folder.Path,
            UserFolder = _folder.At("user"),
        };
        var outcome = await new ModelManager(host).RunAsync(["pull", $"{hub.Address}/some/model/resolve/main/weights.bin"],
            (what, _) => told.Enqueue(what), TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, outcome.Error);
        Assert.Contains("weights.bin: The server answers 429 Too Many Requests. Asked again in 1 s.", told);
        Assert.Equal("weights", _folder.Read("user/models/weights.bin"));
    }
}

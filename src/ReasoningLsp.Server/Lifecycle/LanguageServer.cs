using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Notebooks;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using StreamJsonRpc;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>The language server: one client, from <c>initialize</c> to <c>exit</c>.</summary>
public static class LanguageServer
{
    /// <summary>Serves until the client ends the session or is gone.</summary>
    /// <returns>The exit code: 0 after <c>shutdown</c> and <c>exit</c>, else 1.</returns>
    public static async Task<int> RunAsync(ServerHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        var log = new ServerLog(host.Log);
        var lifecycle = new ServerLifecycle();
        using var formatter = Formatter();
        using var handler = new MessageHandler(host.Output, host.Input, formatter, log);
        using var rpc = new RpcConnection(handler, log);
        rpc.CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var files = new SessionFolder();
        var notebooks = new NotebookBook();
        var translation = new CellTranslation(notebooks);
        var client = new LanguageClient(rpc, translation, log);
        await using var session = new Session(host.Clock, host.Models, client, log, files) { OpenPrograms = host.Programs };
        var features = FeatureList.For(session, notebooks);
        var methods = new Methods(rpc, lifecycle, translation, log);
        foreach (var feature in features)
            feature.Register(methods);
        new SessionMethods(session, client, lifecycle, features, host.Version, id => _ = WatchAsync(id, lifecycle, over.Token))
            .Register(methods);
        rpc.Disconnected += (_, gone) => TellIfBroken(log, gone);
        rpc.StartListening();
        using var interrupted = cancellationToken.Register(lifecycle.Lose);
        _ = rpc.Completion.ContinueWith(_ => lifecycle.Lose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var exitCode = await lifecycle.Exited.ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        return exitCode;
    }

    // The end of the input needs no word; a frame that cannot be told from the next one ends the session, and must not do so silently.
    private static void TellIfBroken(ServerLog log, JsonRpcDisconnectedEventArgs gone)
    {
        if (gone.Reason is DisconnectedReason.ParseError or DisconnectedReason.StreamError)
            log.Write($"The session ended, because a message could not be read: {gone.Exception?.Message ?? gone.Description}");
    }

    private static async Task WatchAsync(int client, ServerLifecycle lifecycle, CancellationToken over)
    {
        await ClientProcess.EndedAsync(client, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifecycle.Lose();
    }

    private static SystemTextJsonFormatter Formatter() => new()
    {
        // Ours first; the rest is StreamJsonRpc's own.
        JsonSerializerOptions = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(LspReader.Default, new DefaultJsonTypeInfoResolver()),
        },
    };
}

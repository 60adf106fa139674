using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features;
using ReasoningLsp.Server.Features.Checklists;
using ReasoningLsp.Server.Features.CodeActions;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Features.Completion;
using ReasoningLsp.Server.Features.Configuration;
using ReasoningLsp.Server.Features.Corrections;
using ReasoningLsp.Server.Features.Decisions;
using ReasoningLsp.Server.Features.Diagnostics;
using ReasoningLsp.Server.Features.Hints;
using ReasoningLsp.Server.Features.Hover;
using ReasoningLsp.Server.Features.Lenses;
using ReasoningLsp.Server.Features.Links;
using ReasoningLsp.Server.Features.Outline;
using ReasoningLsp.Server.Features.Progress;
using ReasoningLsp.Server.Features.Reports;
using ReasoningLsp.Server.Features.Scores;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
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
        await using var session = new Session(host, new ClientConnection(rpc, log), log, files);
        Compose(session, new Methods(rpc, lifecycle, log), lifecycle, over.Token);
        rpc.StartListening();
        using var interrupted = cancellationToken.Register(lifecycle.Lose);
        _ = rpc.Completion.ContinueWith(_ => lifecycle.Lose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var exitCode = await lifecycle.Exited.ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        return exitCode;
    }

    private static void Compose(Session session, Methods methods, ServerLifecycle lifecycle, CancellationToken over)
    {
        var observers = new ReviewObservers();
        var documents = new DocumentStore(session, observers);
        var diagnostics = new DiagnosticsFeature(session, documents);
        observers.Add(diagnostics);
        var commands = new CommandFeature();
        var reviewed = new ReviewedFeature(session, diagnostics);
        observers.Add(reviewed);
        var renewal = new Renewal(session, documents, diagnostics);
        var scores = new ScoresFeature(session, renewal);
        observers.Add(scores);
        var workDone = new WorkDone(session);
        var decisions = new PersonDecisions(session, renewal.Renew);
        var correctors = new Correctors(session);
        var suggestions = new SuggestFeature(session, documents, commands, workDone, correctors);
        observers.Add(suggestions);
        ImmutableArray<IFeature> features =
        [
            new SyncFeature(session, documents, diagnostics),
            diagnostics,
            new HoverFeature(session, documents),
            new CodeActionsFeature(session, documents, commands),
            new DecisionFeature(session, documents, commands, decisions),
            new RulePageFeature(session, commands),
            new SymbolsFeature(session, documents),
            new FoldingFeature(session, documents),
            new LensFeature(session, documents),
            new HintFeature(session, documents),
            new LinksFeature(session, documents),
            new CompletionFeature(session, documents),
            new ConfigurationFeature(session, renewal),
            reviewed,
            new StepsFeature(documents),
            scores,
            new ModelsFeature(session, commands),
            new ExamineFeature(session, documents, commands, workDone),
            new FixAllFeature(session, documents, commands),
            new ReviewCommandsFeature(session, documents, commands, workDone, renewal.Refresh),
            new ReviewTextFeature(session, commands),
            new ChecklistFeature(documents, commands),
            new ApplyChecklistFeature(session, documents, commands, workDone, renewal),
            new DecideItemFeature(session, documents, commands, decisions),
            suggestions,
            new RefineFeature(session, documents, commands, workDone, correctors),
            commands,
        ];
        foreach (var feature in features)
            feature.Register(methods);
        new SessionMethods(session, lifecycle, features, client => _ = WatchAsync(client, lifecycle, over)).Register(methods);
    }

    private static async Task WatchAsync(int client, ServerLifecycle lifecycle, CancellationToken over)
    {
        await ClientProcess.EndedAsync(client, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifecycle.Lose();
    }

    private static SystemTextJsonFormatter Formatter() => new()
    {
        // Ours first; the rest is StreamJsonRpc's own.
        JsonSerializerOptions = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(LspReader.Default, new DefaultJsonTypeInfoResolver()) },
    };
}

using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>The engine that computes for this run.</summary>
internal static class EngineChoice
{
    /// <summary>Servers for the models that they serve; for all others an engine in this process, or the user's shared one, started when it
    /// is first needed.</summary>
    public static IInferenceEngine Open(bool inProcess, ProgramHost host) =>
        new RoutingEngine(() => Local(inProcess, host), new RemoteEngine(host.Variable, host.Clock));

    /// <summary>The host with as much work at once as a server takes, where one computes.</summary>
    public static ProgramHost Widened(ProgramHost host, params ReadOnlySpan<ModelReference?> models)
    {
        foreach (var model in models)
        {
            if (model?.Remote is not null)
                return host with { AtOnce = Math.Max(host.AtOnce, new RemoteOptions().MostInFlight) };
        }

        return host;
    }

    private static IInferenceEngine Local(bool inProcess, ProgramHost host)
    {
        var natives = host.Backends.Natives(host.Backend);
        return inProcess || host.Program is not { } program
            ? LocalEngine.Start(new EngineOptions { Natives = natives }, host.Clock)
            : new EngineClient(EngineAddress.For(natives, host.EngineFolder),
                new EngineLauncher(program, Arguments(natives, host.EngineFolder)), host.Clock);
    }

    private static ImmutableArray<string> Arguments(string natives, string? folder) =>
        ["engine", "--natives", natives, .. folder is null ? ImmutableArray<string>.Empty : ["--socket-folder", folder]];
}

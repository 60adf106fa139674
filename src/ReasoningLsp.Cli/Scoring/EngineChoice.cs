using System.Collections.Immutable;
using System.Globalization;
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
    private const string Variable = "REASONING_THREADS";
    private const int MostOfItself = 16;
    private const int MostThreads = 256;

    /// <summary>Servers for the models that they serve; for all others an engine in this process, or the user's shared one, started when it
    /// is first needed.</summary>
    public static IInferenceEngine Open(bool inProcess, ProgramHost host) => Open(inProcess, host, () => host.IsReproducible);

    /// <summary>The same, where whether texts are to be had again may change.</summary>
    public static IInferenceEngine Open(bool inProcess, ProgramHost host, Func<bool> isReproducible) => new ReproducibleEngine(
        new RoutingEngine(() => Local(inProcess, host), new RemoteEngine(host.Variable, host.Clock)), isReproducible);

    /// <summary>The host with as much work at once as a server takes, where one computes.</summary>
    public static ProgramHost Widened(ProgramHost host, params ReadOnlySpan<ModelReference?> models)
    {
        foreach (var model in models)
        {
            if (model?.Remote is { } remote)
                return host with { AtOnce = Math.Max(host.AtOnce, remote.Each.Length * new RemoteOptions().MostInFlight) };
        }

        return host;
    }

    private static IInferenceEngine Local(bool inProcess, ProgramHost host)
    {
        var options = new EngineOptions { Natives = host.Backends.Natives(host.Backend) };
        if (Threads(host) is { } threads)
            options = options with { Threads = threads };
        return inProcess || host.Program is not { } program
            ? LocalEngine.Start(options, host.Clock)
            : new EngineClient(EngineAddress.For(options.Natives, host.EngineFolder),
                program.With(Arguments(options, host.EngineFolder)), host.Clock);
    }

    /// <summary>Threads that compute: as REASONING_THREADS says; all cores for a person at a terminal, who waits for nothing else; one
    /// fewer, which is the engine's own choice (null), beside an editor.</summary>
    /// <exception cref="UsageException">The variable holds no number of threads.</exception>
    internal static int? Threads(ProgramHost host)
    {
        if (host.Variable(Variable) is not { Length: > 0 } set)
            return host.ErrorIsTerminal ? Math.Clamp(Environment.ProcessorCount, 1, MostOfItself) : null;
        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is >= 1 and <= MostThreads
            ? threads : throw new UsageException($"{Variable} is from 1 to {MostThreads}, not \"{set}\".");
    }

    private static ImmutableArray<string> Arguments(EngineOptions options, string? folder) =>
        ["engine", "--natives", options.Natives, "--threads", options.Threads.ToString(CultureInfo.InvariantCulture),
            .. folder is null ? ImmutableArray<string>.Empty : ["--socket-folder", folder]];
}

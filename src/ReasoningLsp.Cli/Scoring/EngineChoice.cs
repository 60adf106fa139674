using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Hosting;

namespace ReasoningLsp.Cli.Scoring;

/// <summary>The engine that computes for this run.</summary>
internal static class EngineChoice
{
    /// <summary>An engine in this process, or the user's shared one.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IInferenceEngine Open(bool inProcess, ProgramHost host)
    {
        try
        {
            var natives = host.Backends.Natives(host.Backend);
            return inProcess || host.Program is not { } program
                ? LocalEngine.Start(new EngineOptions { Natives = natives }, host.Clock)
                : new EngineClient(EngineAddress.For(natives, host.EngineFolder), new EngineLauncher(program, Arguments(natives, host.EngineFolder)), host.Clock);
        }
        catch (InferenceException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static ImmutableArray<string> Arguments(string natives, string? folder) =>
        ["engine", "--natives", natives, .. folder is null ? ImmutableArray<string>.Empty : ["--socket-folder", folder]];
}

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
            return inProcess || host.Program is not { } program
                ? LocalEngine.Start(new EngineOptions(), host.Clock)
                : new EngineClient(EngineAddress.For(new EngineOptions().Natives), new EngineLauncher(program, ["engine"]), host.Clock);
        }
        catch (InferenceException error)
        {
            throw new UsageException(error.Message);
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>How the engine's process is started, or this program to be one.</summary>
/// <param name="Executable">Full path.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record EngineLauncher(string Executable, ImmutableArray<string> Arguments)
{
    /// <summary>The same with more arguments behind its own.</summary>
    public EngineLauncher With(params ImmutableArray<string> more) => this with { Arguments = Arguments.AddRange(more) };

    /// <summary>Starts it; it outlives this process.</summary>
    /// <exception cref="InferenceException">It cannot be started.</exception>
    internal Process Start()
    {
        var start = new ProcessStartInfo(Executable)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(Executable)),
        };
        foreach (var argument in Arguments)
            start.ArgumentList.Add(argument);
        // Without it a failing assertion in llama.cpp starts a debugger on the engine.
        start.Environment["GGML_NO_BACKTRACE"] = "1";
        try
        {
            return Process.Start(start)
                ?? throw new InferenceException(InferenceError.Unavailable, $"The engine {Executable} did not start.");
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            throw new InferenceException(InferenceError.Unavailable, $"The engine {Executable} cannot be started: {error.Message}", error);
        }
    }
}

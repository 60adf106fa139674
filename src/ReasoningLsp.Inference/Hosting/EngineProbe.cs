using System.Text.Json;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>Asks libraries what they are in a process that ends at once: a driver that breaks takes nothing along.</summary>
public static class EngineProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The commit of llama.cpp that the libraries in a folder name; this process can load no others afterwards.</summary>
    /// <exception cref="InferenceException">They are missing or cannot be loaded.</exception>
    public static string Commit(string natives) =>
        NativeLibraries.Commit(NativeFiles.Find(natives) ?? throw NativeFiles.Missing(natives)) ?? "none";

    /// <summary>The commit of llama.cpp that the libraries in a folder name, asked in another process.</summary>
    /// <param name="program">Starts this program.</param>
    /// <param name="natives">The folder.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InferenceException">They are missing or cannot be loaded.</exception>
    public static async Task<string> CommitAsync(EngineLauncher program, string natives, TimeProvider clock,
        CancellationToken cancellationToken) =>
        (await AskAsync(program, "--commit", natives, clock, cancellationToken).ConfigureAwait(false)).Trim();

    /// <summary>What an engine with the libraries in a folder says of itself.</summary>
    /// <param name="program">Starts this program.</param>
    /// <param name="natives">The folder.</param>
    /// <param name="clock">Time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InferenceException">It cannot load them, with its own words.</exception>
    public static async Task<EngineIdentity> DescribeAsync(EngineLauncher program, string natives, TimeProvider clock,
        CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<EngineIdentity>(
            await AskAsync(program, "--describe", natives, clock, cancellationToken).ConfigureAwait(false), JsonSerializerOptions.Web)!;

    private static async Task<string> AskAsync(EngineLauncher program, string question, string natives, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var process = program.With("engine", question, "--natives", natives).Start();
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(stop.Token);
            var error = process.StandardError.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? await output.ConfigureAwait(false)
                : throw new InferenceException(InferenceError.Unavailable,
                    await error.ConfigureAwait(false) is { Length: > 0 } words ? words.Trim()
                        : $"The libraries in {natives} ended the engine as it started (exit code {process.ExitCode}). "
                            + NativeFiles.Remedy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InferenceException(InferenceError.Unavailable,
                $"The engine with the libraries in {natives} did not answer within {Limit.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}

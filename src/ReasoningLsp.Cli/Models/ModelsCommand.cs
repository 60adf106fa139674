using System.CommandLine;
using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Cli.Models;

/// <summary><c>reasoning-lsp models</c>: which reward models there are, and how to get them.</summary>
internal static class ModelsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var command = new Command("models", "List, get, check, add and remove reward models, and what the engine computes on.")
        {
            ModelList.Create(host), ModelShow.Create(host), ModelCheck.Create(host), ModelAdd.Create(host), ModelRemove.Create(host),
            ModelImport.Create(host), ModelPull.Create(host), ModelEngine.Create(host),
        };
        return command;
    }

    /// <summary>Runs one of them; what cannot be done is told in words.</summary>
    public static async Task<int> RunAsync(ProgramHost host, Func<TextWriter, Task<int>> work)
    {
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        try
        {
            return await work(output).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InferenceException or ProfileException or IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine(error.Message);
            return ExitCode.Trouble;
        }
    }
}

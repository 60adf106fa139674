using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;

namespace ReasoningLsp.Cli.Models;

/// <summary>Where models and builds of the engine are kept for the user.</summary>
internal static class UserPlace
{
    /// <summary>Refuses to begin what could not be kept in the end.</summary>
    /// <exception cref="InferenceException">Nothing can be written there.</exception>
    public static void Check(ProgramHost host)
    {
        try
        {
            Directory.CreateDirectory(host.UserFolder);
            File.Create(Path.Combine(host.UserFolder, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var remedy = OperatingSystem.IsWindows() ? "Check its permissions."
                : "Check its permissions, or name another place in XDG_CONFIG_HOME.";
            throw new InferenceException(InferenceError.NoFile,
                $"Nothing can be kept in {host.UserFolder}, where models and builds of the engine go: {error.Message} {remedy}", error);
        }
    }
}

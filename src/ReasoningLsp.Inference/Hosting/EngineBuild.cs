using System.Security.Cryptography;
using System.Text;
using ReasoningLsp.Inference.Libraries;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>Names a build of the engine: two builds may round the same number differently.</summary>
public static class EngineBuild
{
    /// <summary>The name of the build in the folder <paramref name="natives"/>, as it computes on this processor.</summary>
    /// <exception cref="InferenceException">It is missing or cannot be read.</exception>
    public static string Of(string natives)
    {
        try
        {
            var files = NativeFiles.Find(natives) ?? throw NativeFiles.Missing(natives);
            var devices = files.Devices().SelectMany(group => group)
                .Select(path => $"{Path.GetRelativePath(files.Folder, path)}:{new FileInfo(path).Length}");
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(
                $"{files.Hash()}\n{NativeFiles.LinkedVariant}\n{string.Join('\n', devices)}"));
            return Convert.ToHexStringLower(hash.AsSpan(0, 12));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoNatives, $"The engine in {natives} cannot be read: {error.Message}", error);
        }
    }
}

using ReasoningLsp.Inference.Libraries;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>Where the user's engine listens: a socket in a folder that only its owner can open, named after protocol and llama.cpp's
/// build.</summary>
/// <param name="Folder">Full path of the folder.</param>
/// <param name="Name">Name of the socket, without ending.</param>
public sealed record EngineAddress(string Folder, string Name)
{
    /// <summary>Raised whenever messages change their meaning.</summary>
    public const int Protocol = 3;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A socket's path may have about a hundred bytes.
    private const int LongestPath = 100;

    /// <summary>Full path of the socket.</summary>
    public string Socket => Path.Combine(Folder, Name + ".sock");

    /// <summary>Full path of the file that a running engine holds locked.</summary>
    public string Lock => Path.Combine(Folder, Name + ".lock");

    /// <summary>Full path of the file that names the models which were loaded once without harm.</summary>
    public string Proven => Path.Combine(Folder, Name + ".proven");

    /// <summary>The address for llama.cpp's libraries in <paramref name="natives"/>.</summary>
    /// <param name="natives">Their folder.</param>
    /// <param name="folder">Folder of the socket; null is the user's own.</param>
    /// <exception cref="InferenceException">The libraries are missing, or the folder belongs to someone
    /// else.</exception>
    public static EngineAddress For(string natives, string? folder = null)
    {
        var files = NativeFiles.Find(natives) ?? throw NativeFiles.Missing(natives);
        var address = new EngineAddress(Prepare(folder ?? UserFolder()), $"engine-{Protocol}-{files.Hash()}");
        return address.Socket.Length <= LongestPath ? address
            : throw new InferenceException(InferenceError.Unavailable,
                $"The path of the engine's socket is too long for this system: {address.Socket}");
    }

    private static string UserFolder()
    {
        if (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime))
            return Path.Combine(runtime, "reasoning-review");
        return OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "reasoning-review")
            : Path.Combine(Path.GetTempPath(), $"reasoning-review-{Environment.UserName}");
    }

    private static string Prepare(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return folder;
            }

            Directory.CreateDirectory(folder, OwnerOnly);
            // Anyone could have made it in a shared temporary folder: only an owner can set its mode.
            if (new DirectoryInfo(folder).LinkTarget is not null)
                throw new InferenceException(InferenceError.Unavailable, $"{folder} is a link; the engine's socket does not go there.");
            File.SetUnixFileMode(folder, OwnerOnly);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.Unavailable, $"The folder of the engine's socket cannot be used: {error.Message}",
                error);
        }
    }
}

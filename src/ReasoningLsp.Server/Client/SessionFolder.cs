namespace ReasoningLsp.Server.Client;

/// <summary>A folder for files that are shown and then of no use, removed with the session. Thread-safe.</summary>
internal sealed class SessionFolder : IDisposable
{
    private readonly Lazy<string> _path = new(() => Directory.CreateTempSubdirectory("reasoning-lsp-").FullName);

    /// <summary>Full path of a file of that name, in a folder that exists.</summary>
    public string FileNamed(string name) => System.IO.Path.Combine(_path.Value, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_path.IsValueCreated)
            return;
        try
        {
            Directory.Delete(_path.Value, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The system clears its temporary files.
        }
    }
}

namespace ReasoningLsp.Server.Transport;

/// <summary>Lines for whoever looks into a problem, on standard error: standard output is the wire. Thread-safe.</summary>
internal sealed class ServerLog(TextWriter writer)
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    /// <summary>Writes one line.</summary>
    public void Write(string message)
    {
        try
        {
            _writer.WriteLine($"reasoning-lsp: {message}");
            _writer.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Nobody reads the log any more; that must not end a review.
        }
    }

    /// <summary>Writes what went wrong, with its stack, which clients are not shown.</summary>
    public void Write(string what, Exception error) => Write($"{what}: {error}");
}

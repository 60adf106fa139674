using System.Collections.Concurrent;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Client;

/// <summary>What a person has to know although nobody asked: logged always, shown once. Thread-safe.</summary>
internal sealed class Notices(ILanguageClient client, ServerLog log)
{
    private readonly ConcurrentDictionary<string, bool> _shown = new(StringComparer.Ordinal);

    /// <summary>Tells of something that is not as it should be.</summary>
    /// <param name="message">In words for a person.</param>
    /// <param name="key">What is shown once; null for the message itself.</param>
    public void Warn(string message, string? key = null)
    {
        log.Write(message);
        if (_shown.TryAdd(key ?? message, true))
            _ = client.ShowMessageAsync(MessageType.Warning, message);
    }
}

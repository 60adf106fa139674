using System.Collections.Concurrent;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Client;

/// <summary>What a person has to know although nobody asked: logged always, shown once. Thread-safe.</summary>
internal sealed class Notices(ILanguageClient client, ServerLog log)
{
    private readonly ConcurrentDictionary<string, bool> _shown = new(StringComparer.Ordinal);

    /// <summary>Tells of something that is not as it should be.</summary>
    public void Warn(string message)
    {
        log.Write(message);
        if (_shown.TryAdd(message, true))
            _ = client.ShowMessageAsync(MessageType.Warning, message);
    }
}

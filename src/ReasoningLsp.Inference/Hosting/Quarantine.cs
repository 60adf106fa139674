using System.Security.Cryptography;
using System.Text.Json;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>
/// Remembers requests during which the engine died, and refuses those that had it crash twice. What ends an engine from outside
/// may hit any request, so that it takes very much more of it before one is blamed: it may be what takes all memory. Thread-safe.
/// </summary>
internal sealed class Quarantine(TimeProvider clock)
{
    private const int Crash = 12;
    private const int Unseen = 2;
    private const int Outside = 1;
    private const int Most = 24;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Points, DateTimeOffset Last)> _suspects = new(StringComparer.Ordinal);

    /// <summary>Names a request by its content.</summary>
    public static string Key<T>(T request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)).AsSpan(0, 16));

    /// <summary>Whether the request is refused.</summary>
    public bool Refuses(string key)
    {
        lock (_lock)
            return _suspects.TryGetValue(key, out var suspect) && suspect.Points >= Most && clock.GetUtcNow() - suspect.Last < Memory;
    }

    /// <summary>Notes that the engine died during the request.</summary>
    /// <param name="key">The request.</param>
    /// <param name="death">How it died.</param>
    public void Died(string key, EngineDeath death)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            foreach (var (old, _) in _suspects.Where(entry => now - entry.Value.Last >= Memory).ToArray())
                _suspects.Remove(old);
            _suspects[key] = (_suspects.GetValueOrDefault(key).Points + Weight(death), now);
        }
    }

    private static int Weight(EngineDeath death) => death switch
    {
        EngineDeath.Crash => Crash,
        EngineDeath.Outside => Outside,
        _ => Unseen,
    };

    /// <summary>The request ended well.</summary>
    public void Survived(string key)
    {
        lock (_lock)
            _suspects.Remove(key);
    }
}

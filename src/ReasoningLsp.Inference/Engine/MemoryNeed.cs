using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>How much memory a model takes, told before it is loaded.</summary>
internal static class MemoryNeed
{
    /// <summary>What computing needs besides weights, cache and outputs.</summary>
    private const long Working = 64L << 20;

    /// <summary>Bytes of keys and values for so many tokens.</summary>
    public static long Cache(GgufFile file, int tokens, CachePrecision precision)
    {
        var layers = file.Parameter("block_count") ?? 0;
        var heads = file.Parameter("attention.head_count") ?? 1;
        var keyHeads = file.Parameter("attention.head_count_kv") ?? heads;
        var headLength = (file.Parameter("embedding_length") ?? 0) / Math.Max(1, heads);
        var keys = file.Parameter("attention.key_length") ?? headLength;
        var values = file.Parameter("attention.value_length") ?? headLength;
        return layers * keyHeads * (keys + values) * tokens * (precision == CachePrecision.Single ? 4 : 2);
    }

    /// <summary>Bytes of a whole context.</summary>
    public static long Context(GgufFile file, int tokens, CachePrecision precision)
    {
        var vocabulary = (file.Metadata.GetValueOrDefault("tokenizer.ggml.tokens") as string[])?.Length ?? 0;
        return Cache(file, tokens, precision) + (2L * ContextHandle.Outputs * vocabulary * sizeof(float)) + Working;
    }

    /// <summary>Whether so many bytes more fit into memory.</summary>
    public static bool Fits(long bytes) => bytes <= Available();

    /// <summary>Refuses what does not fit into memory.</summary>
    /// <exception cref="InferenceException">It does not.</exception>
    public static void Check(GgufFile file, long context, bool isLoaded)
    {
        var needed = context + (isLoaded ? 0 : file.Length);
        var available = Available();
        if (needed > available)
            throw new InferenceException(InferenceError.TooLarge,
                $"{Path.GetFileName(file.Path)} needs about {InMegabytes(needed)} MB of memory and {InMegabytes(available)} MB are free: "
                    + $"choose a smaller model or a smaller quantisation of it.");
    }

    /// <summary>Bytes that are free.</summary>
    public static long Available()
    {
        var all = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return AvailableNow() is { } now ? Math.Min(all, now) : all;
    }

    private static string InMegabytes(long bytes) => (bytes >> 20).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static long? AvailableNow()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var line = File.ReadLines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
            return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
                && long.TryParse(kilobytes, out var number) ? number << 10 : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>Llama 3.1 slows its long rotations down; GGUF holds by how much.</summary>
internal static class RopeFactors
{
    /// <summary>One factor for every second number of a head; null where nothing is scaled.</summary>
    /// <exception cref="InferenceException">The kind of scaling is not read.</exception>
    public static float[]? Of(CheckpointConfig config)
    {
        if (config.RopeScaling is not { } scaling)
            return null;
        var type = Text(scaling, "rope_type") ?? Text(scaling, "type");
        if (type is null or "default")
            return null;
        if (type != "llama3")
            throw new InferenceException(InferenceError.BadFile,
                $"config.json scales positions by \"{type}\"; only \"llama3\" is imported.");
        double Number(string name, double otherwise) =>
            scaling.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;
        var (factor, low, high, trained) = (Number("factor", 8), Number("low_freq_factor", 1), Number("high_freq_factor", 4),
            Number("original_max_position_embeddings", 8_192));
        return [.. Enumerable.Range(0, config.HeadLength / 2).Select(i =>
        {
            var length = 2 * Math.PI * Math.Pow(config.RopeBase, 2.0 * i / config.HeadLength);
            if (length < trained / high)
                return 1f;
            if (length > trained / low)
                return (float)factor;
            var smooth = ((trained / length) - low) / (high - low);
            return (float)(1 / (((1 - smooth) / factor) + smooth));
        })];
    }

    private static string? Text(JsonElement scaling, string name) => scaling.TryGetProperty(name, out var value) ? value.GetString() : null;
}

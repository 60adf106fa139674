using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Import;

/// <summary>All tensors of a checkpoint, over all its files.</summary>
internal static class CheckpointTensors
{
    /// <summary>By name.</summary>
    /// <exception cref="InferenceException">A file is missing or broken, or a name is given twice.</exception>
    public static ImmutableDictionary<string, SafetensorsTensor> Read(string folder)
    {
        var tensors = ImmutableDictionary.CreateBuilder<string, SafetensorsTensor>(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            foreach (var (name, tensor) in SafetensorsReader.ReadHeader(file))
            {
                if (!tensors.TryAdd(name, tensor))
                    throw new InferenceException(InferenceError.BadFile, $"The checkpoint holds {name} twice.");
            }
        }

        return tensors.ToImmutable();
    }

    private static IEnumerable<string> Files(string folder)
    {
        var index = Path.Combine(folder, "model.safetensors.index.json");
        if (!File.Exists(index))
        {
            var files = Directory.GetFiles(folder, "*.safetensors").Order(StringComparer.Ordinal).ToArray();
            return files.Length > 0 ? files : throw new InferenceException(InferenceError.NoFile, $"{folder} holds no safetensors files.");
        }

        var root = JsonFile.Read(index);
        if (!root.TryGetProperty("weight_map", out var map) || map.ValueKind != JsonValueKind.Object)
            throw new InferenceException(InferenceError.BadFile, $"{index} names no files.");
        // A name is a name, never a way out of the folder.
        var names = map.EnumerateObject().Select(entry => entry.Value.ValueKind == JsonValueKind.String ? Path.GetFileName(entry.Value.GetString()!) : string.Empty).Distinct(StringComparer.Ordinal).ToArray();
        var missing = names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name)));
        return missing is null ? names.Select(name => Path.Combine(folder, name)) : throw new InferenceException(InferenceError.NoFile, $"The checkpoint's file {missing} is missing.");
    }
}

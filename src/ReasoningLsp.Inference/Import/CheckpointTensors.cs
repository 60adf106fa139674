using System.Collections.Immutable;
using ReasoningLsp.Inference.Json;
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
        var index = Index(folder);
        foreach (var file in Files(folder, index))
        {
            foreach (var (name, tensor) in SafetensorsReader.ReadHeader(file))
            {
                if (!tensors.TryAdd(name, tensor))
                    throw new InferenceException(InferenceError.BadFile, $"The checkpoint holds {name} twice.");
            }
        }

        foreach (var (name, file) in index ?? [])
        {
            if (!tensors.TryGetValue(name, out var tensor) || Path.GetFileName(tensor.File) != file)
                throw new InferenceException(InferenceError.BadFile,
                    $"The checkpoint's index names {name} in {file}, which does not hold it.");
        }

        return tensors.ToImmutable();
    }

    /// <summary>Which tensor is in which file, or null where the checkpoint has no index.</summary>
    private static Dictionary<string, string>? Index(string folder)
    {
        var path = Path.Combine(folder, "model.safetensors.index.json");
        if (!File.Exists(path))
            return null;
        // A name is a name, never a way out of the folder: the form says so.
        return JsonFile.Read(path, CheckpointForms.Index).GetProperty("weight_map").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files(string folder, Dictionary<string, string>? index)
    {
        if (index is null)
        {
            var files = Directory.GetFiles(folder, "*.safetensors").Order(StringComparer.Ordinal).ToArray();
            return files.Length > 0 ? files : throw new InferenceException(InferenceError.NoFile, $"{folder} holds no safetensors files.");
        }

        var names = index.Values.Distinct(StringComparer.Ordinal).ToArray();
        var missing = names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name)));
        return missing is null ? names.Select(name => Path.Combine(folder, name))
            : throw new InferenceException(InferenceError.NoFile, $"The checkpoint's file {missing} is missing.");
    }
}

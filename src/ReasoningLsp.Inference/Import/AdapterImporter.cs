using System.Text.Json;
using System.Text.RegularExpressions;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Json;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Import;

/// <summary>Makes a GGUF file of a published LoRA adapter.</summary>
public static partial class AdapterImporter
{
    private const string Settings = "adapter_config.json";
    private const string Weights = "adapter_model.safetensors";

    /// <summary>Whether the checkpoint in <paramref name="folder"/> is an adapter and no model.</summary>
    public static bool IsAdapter(string folder) => File.Exists(Path.Combine(folder, Settings));

    /// <summary>Imports the adapter in <paramref name="folder"/>; the file appears whole or not at all.</summary>
    /// <param name="folder">Holds adapter_config.json and adapter_model.safetensors.</param>
    /// <param name="model">Holds the config.json of the model that it belongs to.</param>
    /// <param name="target">Path of the GGUF file.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind.</param>
    /// <exception cref="InferenceException">The adapter is broken, of another kind, or of another model.</exception>
    public static void Import(string folder, string model, string target, CancellationToken cancellationToken)
    {
        var settings = Read(folder);
        var config = CheckpointConfig.Read(Path.Combine(model, "config.json"));
        var plan = SafetensorsReader.ReadHeader(Path.Combine(folder, Weights)).Values.Select(tensor => Planned(tensor, config))
            .OrderBy(tensor => tensor.Name, StringComparer.Ordinal).ToList();
        var writer = new GgufWriter();
        writer.Add("general.architecture", config.Architecture);
        writer.Add("general.type", "adapter");
        writer.Add("general.name", Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)));
        writer.Add("adapter.type", "lora");
        writer.Add("adapter.lora.alpha", Alpha(settings));
        foreach (var tensor in plan)
            writer.Announce(tensor.Name, [.. tensor.Source.Shape.Reverse()], tensor.Type);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
            DiskRoom.Check(target, writer.DataLength);
            using var file = WholeFile.Written(Path.GetFullPath(target), stream => writer.Write(stream,
                (name, output) => plan.Single(tensor => tensor.Name == name).Write(output, cancellationToken)));
            file.Commit();
            AdapterHeader.Check(GgufReader.Read(target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"The adapter in {folder} could not be imported: {error.Message}", error);
        }
        catch (InferenceException)
        {
            File.Delete(target);
            throw;
        }
    }

    private static JsonElement Read(string folder) => JsonFile.Read(Path.Combine(folder, Settings), CheckpointForms.Adapter);

    // The engine divides by the rank; adapters of stable rank divide by its root.
    private static float Alpha(JsonElement settings)
    {
        var alpha = settings.GetProperty("lora_alpha").GetDouble();
        var isStable = settings.TryGetProperty("use_rslora", out var stable) && stable.ValueKind == JsonValueKind.True;
        return (float)(isStable ? alpha * Math.Sqrt(settings.GetProperty("r").GetInt32()) : alpha);
    }

    private static ImportedTensor Planned(SafetensorsTensor tensor, CheckpointConfig config)
    {
        var match = Half().Match(tensor.Name);
        if (!match.Success || tensor.Shape.Length != 2 || TensorNames.InGguf(match.Groups["module"].Value + ".weight") is not { } name)
            throw new InferenceException(InferenceError.BadFile,
                $"{Weights} holds {tensor.Name}, which no LoRA adapter of such a model has.");
        return match.Groups["half"].Value == "A"
            ? new ImportedTensor(name + ".lora_a", tensor, TensorType.F32, 0)
            : new ImportedTensor(name + ".lora_b", tensor, TensorType.F32, ImportPlan.HeadsOf(config, name));
    }

    [GeneratedRegex(@"^(?:base_model\.model\.)?(?<module>.+)\.lora_(?<half>[AB])(?:\.default)?\.weight$")]
    private static partial Regex Half();
}

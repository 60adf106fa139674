using System.Collections.Immutable;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Safetensors;

namespace ReasoningLsp.Inference.Import;

/// <summary>Makes a GGUF file and a head file of a published checkpoint: Qwen2, Llama and Mistral, with or without a reward head.</summary>
public static class CheckpointImporter
{
    /// <summary>Imports the checkpoint in <paramref name="folder"/>; the files appear whole or not at all.</summary>
    /// <param name="folder">Holds config.json, safetensors files and a tokenizer.</param>
    /// <param name="target">Path of the GGUF file; the head goes beside it.</param>
    /// <param name="type">How matrices are stored.</param>
    /// <param name="needsHead">Whether a checkpoint without a head is of no use, and is refused before anything is written.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellationToken">Stops it; nothing is left behind.</param>
    /// <exception cref="InferenceException">The checkpoint is broken or not of these kinds, or there is no room on the disk.</exception>
    public static ImportResult Import(string folder, string target, WeightType type, bool needsHead, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            return Convert(Path.GetFullPath(folder), Path.GetFullPath(target), type, needsHead, progress, cancellationToken);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InferenceException(InferenceError.BadFile, $"The checkpoint in {folder} is broken: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"The checkpoint in {folder} could not be imported: {error.Message}",
                error);
        }
    }

    private static ImportResult Convert(string folder, string target, WeightType type, bool needsHead, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var config = CheckpointConfig.Read(Path.Combine(folder, "config.json"));
        var tensors = CheckpointTensors.Read(folder);
        var head = tensors.Where(entry => TensorNames.IsHead(entry.Key))
            .ToImmutableSortedDictionary(entry => TensorNames.Bare(entry.Key), entry => entry.Value, StringComparer.Ordinal);
        if (needsHead && head.IsEmpty)
            throw new InferenceException(InferenceError.BadFile,
                $"The checkpoint in {folder} holds no head, and its profile reads one: nothing was written.");
        var plan = ImportPlan.Of(config, tensors.Where(entry => !TensorNames.IsHead(entry.Key) && !TensorNames.IsDerived(entry.Key)), type);
        var writer = new GgufWriter();
        CheckpointMetadata.Write(writer, config, folder, type);
        var factors = RopeFactors.Of(config);
        if (factors is not null)
            writer.Announce("rope_freqs.weight", [factors.Length], TensorType.F32);
        foreach (var tensor in plan)
            writer.Announce(tensor.Name, [.. tensor.Source.Shape.Reverse()], tensor.Type);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        DiskRoom.Check(target, writer.DataLength);
        var done = 0;
        var headFile = head.IsEmpty ? null : Path.ChangeExtension(target, ".head.safetensors");
        using var headPart = headFile is null ? null : WholeFile.Written(headFile,
            stream => SafetensorsWriter.Write(stream,
            head.Select(entry => (entry.Key, entry.Value.Shape, SafetensorsReader.ReadValues(entry.Value)))));
        using var modelPart = WholeFile.Written(target, stream => writer.Write(stream, (name, output) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (name == "rope_freqs.weight")
                TensorEncoder.Write(output, factors, TensorType.F32);
            else
                plan.Single(tensor => tensor.Name == name).Write(output, cancellationToken);
            progress?.Report((double)++done / plan.Length);
        }));
        // Both are there, or neither.
        headPart?.Commit();
        modelPart.Commit();
        return new ImportResult(target, headFile, config.ModelClass, plan.Length);
    }
}

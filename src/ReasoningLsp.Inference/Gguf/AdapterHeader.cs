namespace ReasoningLsp.Inference.Gguf;

/// <summary>What a LoRA adapter's header says of itself, checked.</summary>
internal static class AdapterHeader
{
    private const string First = ".lora_a";
    private const string Second = ".lora_b";

    /// <summary>Refuses a file that is no LoRA adapter, or half of one.</summary>
    /// <exception cref="InferenceException">It is; the message says why.</exception>
    public static void Check(GgufFile file)
    {
        if (file.Text("general.type") != "adapter" || file.Text("adapter.type") != "lora")
            throw ModelHeader.Bad(file, "is no LoRA adapter");
        if (file.Metadata.GetValueOrDefault("adapter.lora.alpha") is not float alpha || !float.IsFinite(alpha))
            throw ModelHeader.Bad(file, "gives no usable adapter.lora.alpha");
        if (file.Tensors.IsEmpty)
            throw ModelHeader.Bad(file, "is an adapter without weights");
        var tensors = file.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        foreach (var tensor in file.Tensors)
        {
            var other = tensor.Name.EndsWith(First, StringComparison.Ordinal) ? tensor.Name[..^First.Length] + Second
                : tensor.Name.EndsWith(Second, StringComparison.Ordinal) ? tensor.Name[..^Second.Length] + First
                : throw ModelHeader.Bad(file, $"holds the tensor {tensor.Name}, which no LoRA adapter has");
            if (!tensors.TryGetValue(other, out var pair))
                throw ModelHeader.Bad(file, $"holds {tensor.Name} without {other}");
            if (tensor.Name.EndsWith(First, StringComparison.Ordinal)
                && (tensor.Shape.Length < 2 || pair.Shape.Length < 2 || tensor.Shape[1] != pair.Shape[0]))
                throw ModelHeader.Bad(file, $"gives {tensor.Name} the shape {string.Join("×", tensor.Shape)} and {other} "
                    + $"{string.Join("×", pair.Shape)}: they do not fit each other");
        }
    }
}

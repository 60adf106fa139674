using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference;

/// <summary>What a GGUF file says of itself, read without loading it.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Architecture">Such as <c>qwen2</c>.</param>
/// <param name="Name">What it calls itself, or empty.</param>
/// <param name="IsAdapter">Whether it is a LoRA adapter and no model.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ContextLength">Tokens it was trained to see, 0 where it does not say.</param>
/// <param name="HiddenLength">Numbers in a hidden state, 0 where it does not say.</param>
/// <param name="MemoryNeeded">Bytes that it takes with 4,096 tokens of context.</param>
public sealed record ModelFile(string Path, string Architecture, string Name, bool IsAdapter, long Bytes, int ContextLength,
    int HiddenLength, long MemoryNeeded)
{
    private const int UsualContext = 4_096;

    /// <summary>Names the file at <paramref name="path"/> by its content, without reading all of it; a model has this hash in its
    /// description.</summary>
    /// <exception cref="InferenceException">It is no sound GGUF file.</exception>
    public static string HashOf(string path) => ModelHash.Of(GgufReader.Read(path));

    /// <summary>Reads it.</summary>
    /// <exception cref="InferenceException">It is no sound GGUF file.</exception>
    public static ModelFile Read(string path)
    {
        var file = GgufReader.Read(path);
        var isAdapter = file.Text("general.type") == "adapter";
        if (isAdapter)
            AdapterHeader.Check(file);
        else
            ModelHeader.Check(file);
        return new ModelFile(
            file.Path,
            file.Architecture,
            file.Text("general.name") ?? string.Empty,
            isAdapter,
            file.Length,
            (int)(file.Parameter("context_length") ?? 0),
            (int)(file.Parameter("embedding_length") ?? 0),
            file.Length + MemoryNeed.Context(file, UsualContext, CachePrecision.Half));
    }
}

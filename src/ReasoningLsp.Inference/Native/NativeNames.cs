namespace ReasoningLsp.Inference.Native;

/// <summary>Names that stand for the three libraries in imports.</summary>
internal static class NativeNames
{
    public const string Llama = "llama";
    public const string Ggml = "ggml";
    public const string GgmlBase = "ggml-base";
}

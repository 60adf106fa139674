namespace ReasoningLsp.Inference.Native;

/// <summary><c>llama_token_data_array</c>: 32 bytes.</summary>
internal unsafe struct LlamaTokenDataArray
{
    public LlamaTokenData* Data;
    public nuint Size;
    public long Selected;
    public byte Sorted;
}

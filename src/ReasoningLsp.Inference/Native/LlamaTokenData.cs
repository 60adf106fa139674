namespace ReasoningLsp.Inference.Native;

/// <summary><c>llama_token_data</c>: 12 bytes.</summary>
internal struct LlamaTokenData
{
    public int Id;
    public float Logit;
    public float Probability;
}

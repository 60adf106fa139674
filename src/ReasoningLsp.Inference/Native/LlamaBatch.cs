namespace ReasoningLsp.Inference.Native;

/// <summary><c>llama_batch</c> of the pinned release: 56 bytes.</summary>
internal unsafe struct LlamaBatch
{
    public int Count;
    public int* Tokens;
    public float* Embeddings;
    public int* Positions;
    public int* SequenceCounts;
    public int** Sequences;
    public sbyte* Outputs;
}

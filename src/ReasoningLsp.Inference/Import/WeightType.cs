namespace ReasoningLsp.Inference.Import;

/// <summary>How an imported model's matrices are stored.</summary>
public enum WeightType
{
    /// <summary>Every number exactly, 4 bytes each.</summary>
    F32,

    /// <summary>2 bytes a number, as most models are published.</summary>
    F16,

    /// <summary>2 bytes a number, as some models are published.</summary>
    BF16,

    /// <summary>About 1 byte a number: a quarter of F32, hardly any difference in scores, and the fastest on a processor.</summary>
    Q8,
}

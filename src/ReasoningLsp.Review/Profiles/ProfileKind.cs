namespace ReasoningLsp.Review.Profiles;

/// <summary>How a model's output becomes a score.</summary>
public enum ProfileKind
{
    /// <summary>The logits of a good and a bad token at a row.</summary>
    Candidates,

    /// <summary>A small network on the hidden state at a row.</summary>
    Hidden,

    /// <summary>The mean of all logits at a row.</summary>
    MeanLogit,

    /// <summary>How much likelier the text is to one model than to another.</summary>
    LogRatio,

    /// <summary>The model writes a critique that is then read.</summary>
    Generate,
}

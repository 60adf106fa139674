namespace ReasoningLsp.Inference.Requests;

/// <summary>What is read at a row.</summary>
public enum ReadingKind
{
    /// <summary>For each group of candidate tokens the logarithm of their summed exponentials of logits (of one token: its logit), then the
    /// same over the whole vocabulary.</summary>
    Candidates,

    /// <summary>The hidden state after the last norm.</summary>
    Hidden,

    /// <summary>The mean of all logits.</summary>
    MeanLogit,

    /// <summary>The sum of the log-probabilities of the tokens from the start to this row, each predicted by the row before it.</summary>
    LogProbability,

    /// <summary>What the head of a served reward model says, before softmax or the logistic function, up to a constant. A GGUF file has no
    /// such head.</summary>
    Outputs,
}

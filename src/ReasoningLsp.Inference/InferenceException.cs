namespace ReasoningLsp.Inference;

/// <summary>What the engine cannot do, in words for a person.</summary>
public class InferenceException : Exception
{
    /// <summary>An error of this kind.</summary>
    public InferenceException(InferenceError kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>What kind of thing went wrong.</summary>
    public InferenceError Kind { get; }

    /// <summary>Of <see cref="InferenceError.TooLong"/>: tokens of the text.</summary>
    public int Tokens { get; init; }

    /// <summary>Of <see cref="InferenceError.TooLong"/>: tokens that can be read at once.</summary>
    public int Limit { get; init; }
}

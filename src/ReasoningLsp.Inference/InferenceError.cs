namespace ReasoningLsp.Inference;

/// <summary>What kind of thing went wrong.</summary>
public enum InferenceError
{
    /// <summary>The libraries are missing.</summary>
    NoNatives,

    /// <summary>The libraries are of another build.</summary>
    WrongNatives,

    /// <summary>There is no such file, or it may not be read.</summary>
    NoFile,

    /// <summary>The file is broken or of an unknown kind.</summary>
    BadFile,

    /// <summary>The model needs more memory than there is.</summary>
    TooLarge,

    /// <summary>The request does not fit the model: a token it lacks, a position outside.</summary>
    BadRequest,

    /// <summary>The text has more tokens than can be read at once; <see cref="InferenceException.Tokens"/> and
    /// <see cref="InferenceException.Limit"/> say how many.</summary>
    TooLong,

    /// <summary>Computing failed.</summary>
    Failed,

    /// <summary>The engine died or cannot be reached.</summary>
    Unavailable,
}

namespace ReasoningLsp.Inference.Remote;

/// <summary>A try that failed, before it is decided whether there is another one.</summary>
/// <param name="message">What went wrong, in words for a person.</param>
/// <param name="inner">What was thrown, or null.</param>
internal sealed class RemoteFailure(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The answer's status, or 0 where there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>How often it is worth trying again; 0 is never.</summary>
    public int Retries { get; init; }

    /// <summary>How long the server asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What it means for the one who asked.</summary>
    public InferenceError Kind =>
        Status is >= 400 and < 500 and not (401 or 403 or 408 or 429) ? InferenceError.BadRequest : InferenceError.Unavailable;
}

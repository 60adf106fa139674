namespace ReasoningLsp.Inference.Download;

/// <summary>A server that cannot answer now.</summary>
/// <param name="message">What it said.</param>
/// <param name="after">When it wants to be asked again, or null.</param>
internal sealed class BusyServerException(string message, TimeSpan? after) : HttpRequestException(message)
{
    /// <summary>When it wants to be asked again, or null.</summary>
    public TimeSpan? After { get; } = after;
}

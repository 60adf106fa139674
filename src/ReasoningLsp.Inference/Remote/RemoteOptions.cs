namespace ReasoningLsp.Inference.Remote;

/// <summary>How servers are spoken to.</summary>
public sealed record RemoteOptions
{
    /// <summary>Most requests that one server works on at once; others wait.</summary>
    public int MostInFlight { get; init; } = 32;

    /// <summary>How often a request is sent again after 429, an error of the server or a lost connection.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The wait before the second try; it doubles with each one, unless the server says how long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A server that asks to wait longer is not waited for.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}

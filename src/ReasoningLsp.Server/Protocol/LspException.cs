namespace ReasoningLsp.Server.Protocol;

/// <summary>A request that is answered with an error; the message is for the person at the client.</summary>
internal sealed class LspException(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="LspError"/>.</summary>
    public int Code { get; } = code;
}

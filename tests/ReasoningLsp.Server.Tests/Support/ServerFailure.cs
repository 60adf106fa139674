namespace ReasoningLsp.Server.Tests.Support;

/// <summary>The server answered with an error.</summary>
internal sealed class ServerFailure(int code, string message) : Exception($"{code}: {message}")
{
    public int Code { get; } = code;

    public string Told { get; } = message;
}

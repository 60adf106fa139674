namespace ReasoningLsp.Server.Protocol;

/// <summary>Error codes of JSON-RPC and LSP.</summary>
internal static class LspError
{
    public const int ParseError = -32700;

    public const int InvalidRequest = -32600;

    public const int InvalidParams = -32602;

    public const int InternalError = -32603;

    public const int ServerNotInitialized = -32002;

    public const int ContentModified = -32801;

    public const int RequestFailed = -32803;
}

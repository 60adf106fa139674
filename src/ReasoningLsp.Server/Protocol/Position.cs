namespace ReasoningLsp.Server.Protocol;

/// <summary>A place in a document, in units of the negotiated encoding. Clients have been seen to send -1.</summary>
internal readonly record struct Position(int Line, int Character);

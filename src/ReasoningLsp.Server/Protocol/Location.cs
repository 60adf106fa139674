namespace ReasoningLsp.Server.Protocol;

/// <summary>A stretch of some document.</summary>
internal sealed record Location(string Uri, LspRange Range);

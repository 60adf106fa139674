namespace ReasoningLsp.Server.Protocol;

/// <summary>
/// What a code action carries until it is chosen: enough to find its finding again, and nothing that is out of date after an edit.
/// </summary>
internal sealed record ActionData(string Uri, string Action, string Rule, string Step, int Occurrence);

namespace ReasoningLsp.Server.Protocol;

/// <summary>What a diagnostic carries for its code actions: the finding's rule and the hash of the step it speaks of.</summary>
internal sealed record FindingData(string Rule, string Step);

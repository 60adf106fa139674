namespace ReasoningLsp.Inference.Requests;

/// <summary>What was written.</summary>
/// <param name="Text">The text, without what ended it.</param>
/// <param name="Tokens">How many tokens were written.</param>
/// <param name="IsComplete">Whether it ended by itself, and not at the most tokens allowed.</param>
/// <param name="LogProbability">Sum over its tokens, before temperature and grammar; null where it was not asked for.</param>
public sealed record GenerateResult(string Text, int Tokens, bool IsComplete, double? LogProbability);

namespace ReasoningLsp.Server.Protocol;

/// <summary>What <c>reasoning.examineScores</c> returns; <c>markdown</c> is a page for a person.</summary>
internal sealed record ExaminationResult(string Summary, string Markdown, bool Cancelled);

namespace ReasoningLsp.Review.Programs;

/// <summary>What came of running a program.</summary>
/// <param name="Verdict">What is known.</param>
/// <param name="Reason">In words, after "a program; ".</param>
/// <param name="Printed">What it prints, where it differs; else null.</param>
public sealed record ProgramAnswer(ProgramVerdict Verdict, string Reason, string? Printed = null);

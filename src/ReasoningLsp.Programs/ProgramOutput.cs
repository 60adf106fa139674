namespace ReasoningLsp.Programs;

/// <summary>What a run of a program showed.</summary>
/// <param name="Printed">What it printed.</param>
/// <param name="Value">The value of the expression it ends with, as a notebook shows it; null where it has none.</param>
/// <param name="ValueText">The same value as it would be printed.</param>
/// <param name="IsCut">Whether it printed more than is kept.</param>
/// <param name="Error">What stopped it, or null.</param>
public sealed record ProgramOutput(string Printed, string? Value, string? ValueText, bool IsCut, ProgramError? Error);

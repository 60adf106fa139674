namespace ReasoningLsp.Review.Programs;

/// <summary>A program of a trace and what came of running it.</summary>
/// <param name="Program">As written.</param>
/// <param name="Answer">What is known.</param>
public sealed record ProgramOutcome(WrittenProgram Program, ProgramAnswer Answer);

namespace ReasoningLsp.Programs;

/// <summary>What a program did.</summary>
/// <param name="Following">After those before it, as the cells of a notebook run.</param>
/// <param name="Alone">By itself; null for the first, which is the same.</param>
public sealed record ProgramRun(ProgramOutput Following, ProgramOutput? Alone);

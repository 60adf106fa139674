using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>A program that a step carries, or that stands beside it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Place">All that is code, in the original file.</param>
/// <param name="Span">The same in the text of the step; null where it stands beside it.</param>
/// <param name="Source">The program.</param>
/// <param name="Output">What is said to be its output, or null.</param>
public sealed record WrittenProgram(int Step, TextSpan Place, TextSpan? Span, string Source, StatedOutput? Output);

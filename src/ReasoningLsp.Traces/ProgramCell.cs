namespace ReasoningLsp.Traces;

/// <summary>A program that stands beside the text of a trace, as the cells of code of a notebook do.</summary>
/// <param name="Step">The step that it follows.</param>
/// <param name="Source">The program.</param>
/// <param name="Span">Its place in the original file.</param>
/// <param name="Output">What stands there as its output, or null.</param>
public sealed record ProgramCell(int Step, string Source, TextSpan Span, MappedText? Output)
{
    /// <summary>Whether the other says the same at the same place.</summary>
    internal bool IsSame(ProgramCell other) => (Step, Source, Span) == (other.Step, other.Source, other.Span)
        && Output?.Text == other.Output?.Text && Output?.Whole == other.Output?.Whole;
}

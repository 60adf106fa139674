namespace ReasoningLsp.Traces;

/// <summary>The smallest unit that is judged.</summary>
/// <param name="Index">Position in the trace, from 0.</param>
/// <param name="Label">The label as written ("Step 3:", "3.", "**Step 3**"), or null.</param>
/// <param name="Number">The number the label holds, as written, or null.</param>
/// <param name="Text">The step's text without its label.</param>
/// <param name="Span">Label and text in the original file.</param>
public sealed record Step(int Index, string? Label, int? Number, MappedText Text, TextSpan Span);

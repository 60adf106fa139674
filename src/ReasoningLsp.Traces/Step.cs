using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>The smallest unit that is judged.</summary>
/// <param name="Index">Position in the trace, from 0.</param>
/// <param name="Label">The label as written ("Step 3:", "3.", "**Step 3**"), or null.</param>
/// <param name="Number">The number the label holds, as written, or null.</param>
/// <param name="Text">The step's text without its label.</param>
/// <param name="Span">Label and text in the original file.</param>
public sealed record Step(int Index, string? Label, int? Number, MappedText Text, TextSpan Span)
{
    /// <summary>What of <see cref="Text"/> is code and no prose: fenced and inline code; spans of the reviewed text, ascending.</summary>
    public ImmutableArray<TextSpan> Code { get; init; } = [];

    /// <summary>Whether the step stands in a model's <c>&lt;think&gt;</c> text, where thoughts may be tried and dropped.</summary>
    public bool IsThought { get; init; }
}

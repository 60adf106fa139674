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

    /// <summary>The step as its record holds it, where it stands in one by itself; null where it was cut out of a text.</summary>
    public WrittenStep? Written { get; init; }

    /// <summary>The step as a model is given it: as it stands where it stands by itself, otherwise <see cref="Text"/>.</summary>
    /// <param name="keepsLabel">Whether a label such as "Step 3:" belongs to it.</param>
    /// <remarks>Text that was changed since then goes before what was once written.</remarks>
    public string Given(bool keepsLabel) =>
        Written is { } written && written.Reviewed == Text.Text
            ? keepsLabel ? written.Whole : written.Whole[written.LabelEnd..]
            : Text.Text;
}

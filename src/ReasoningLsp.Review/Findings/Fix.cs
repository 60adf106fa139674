using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Findings;

/// <summary>An edit that repairs a finding exactly.</summary>
/// <param name="Title">What it does, such as <c>Replace 1.8 by 1.36</c>.</param>
/// <param name="Kind">Whether only the false value changes, or what depends on it too.</param>
/// <param name="Edits">Spans of the original file and their new text; ascending, not overlapping.</param>
public sealed record Fix(string Title, FixKind Kind, ImmutableArray<TextEdit> Edits)
{
    /// <summary>Whether it changes, besides the false value, only what the same step says of it and what the answer states: without these
    /// the text would contradict itself.</summary>
    public bool IsOfOneStep { get; init; }
}

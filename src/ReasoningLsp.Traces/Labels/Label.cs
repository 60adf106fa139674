namespace ReasoningLsp.Traces.Labels;

/// <summary>A label at the start of a piece.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Style">How it is set off.</param>
/// <param name="Number">The number as written, or null.</param>
/// <param name="Length">Units it takes from the start of what was matched, emphasis included.</param>
/// <param name="Closer">Where emphasis that began in the label ends later in the line; empty if it does not. In a piece it counts from the
/// start of the chunk.</param>
internal sealed record Label(LabelKind Kind, LabelStyle Style, int? Number, int Length, TextSpan Closer)
{
    /// <summary>Whether it is but "Q" or "A".</summary>
    public bool IsLetter { get; init; }
}

namespace ReasoningLsp.Traces.Segments;

/// <summary>A stretch of one kind; both spans count from the start of the segmented text.</summary>
/// <param name="Kind">What it is written in.</param>
/// <param name="Content">The text without its delimiters. Of an environment whose name carries meaning (<c>cases</c>, <c>pmatrix</c>,
/// <c>array</c>) the whole is the content.</param>
/// <param name="Whole">Content and delimiters; the wholes of all segments cover the text without gap.</param>
public readonly record struct Segment(SegmentKind Kind, TextSpan Content, TextSpan Whole);

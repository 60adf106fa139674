namespace ReasoningLsp.Traces.Segments;

/// <summary>What a stretch of a step's text is written in.</summary>
public enum SegmentKind
{
    /// <summary>Words, plain arithmetic and amounts of money.</summary>
    Prose,

    /// <summary>Mathematics in the line: <c>$…$</c>, <c>\(…\)</c>, the <c>math</c> environment.</summary>
    InlineMath,

    /// <summary>Mathematics on lines of its own: <c>$$…$$</c>, <c>\[…\]</c>, <c>align</c> and its kind.</summary>
    DisplayMath,

    /// <summary>Code: what the reader marked as such, and <c>[asy]…[/asy]</c> figures.</summary>
    Code,
}

using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Findings;

/// <summary>One relation found in a step and what became of it.</summary>
/// <param name="Span">In the original file.</param>
/// <param name="Verdict">What the checks made of it.</param>
/// <param name="IsNumeric">Whether both sides are closed (no unknown symbol).</param>
/// <param name="Explanation">Worked out in readable maths, such as <c>75 / 55 = 1.3636…</c>; for the hover and the report.</param>
public sealed record RelationOutcome(TextSpan Span, RelationVerdict Verdict, bool IsNumeric, Wording Explanation)
{
    /// <summary>Whether the two sides of a calculation differ, and something may excuse that: who counts the step as checked would
    /// vouch for it.</summary>
    public bool IsExcused { get; init; }

    /// <summary>Whether it is said in words: "17 is prime".</summary>
    public bool IsInWords { get; init; }

    /// <summary>Why it was left undecided; none where it is decided or was not understood.</summary>
    public OpenReason Open { get; init; }

    /// <summary>What it is claimed to be, and why; null where it may be a condition.</summary>
    public string? Claim { get; init; }
}

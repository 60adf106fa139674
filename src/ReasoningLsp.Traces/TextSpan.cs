namespace ReasoningLsp.Traces;

/// <summary>A half-open range of UTF-16 code units: from <paramref name="Start"/>, <paramref name="Length"/> units long.</summary>
/// <param name="Start">Offset of the first unit, from 0.</param>
/// <param name="Length">Number of units, 0 for a caret position.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to but without <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two spans share a unit, or one is empty and lies inside or at an edge of the other.</summary>
    public bool Touches(TextSpan other) => other.Start <= End && Start <= other.End;

    /// <summary>The same length, moved by <paramref name="delta"/>.</summary>
    public TextSpan Shift(int delta) => new(Start + delta, Length);
}

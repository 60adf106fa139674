using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>One token of a step.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its normalised text.</param>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 length in the text.</param>
public sealed record Token(TokenKind Kind, string Text, int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;

    /// <summary>Whether it stands in mathematics rather than in prose.</summary>
    public bool InMath { get; init; }

    /// <summary>Whether white space stands before it.</summary>
    public bool SpaceBefore { get; init; }

    /// <summary>Value of a number or superscript.</summary>
    public Rational Value { get; init; }

    /// <summary>Digits shown after the decimal point.</summary>
    public int Decimals { get; init; }

    /// <summary>What one unit in the last digit is worth where that is not told by the decimals: 10⁶ in "2.49e8".</summary>
    public Rational? Place { get; init; }

    /// <summary>Whether it is set upright within mathematics, as words and units are.</summary>
    public bool Upright { get; init; }

    /// <summary>Whether a command for letters (<c>\mathrm</c>), not one for words, sets it upright.</summary>
    public bool Roman { get; init; }

    /// <summary>Whether the token lies in a subscript, superscript or argument group, where relations are part of the notation.</summary>
    public bool Nested { get; init; }

    /// <summary>Whether the sign may be punctuation as well: a colon, a dash.</summary>
    public bool MayPart { get; init; }

    /// <summary>Whether words say that what stands behind the sign is what stands before it, written anew.</summary>
    public bool Rewrites { get; init; }

    /// <summary>Whether this is <paramref name="kind"/> with <paramref name="text"/>.</summary>
    public bool Is(TokenKind kind, string text) => Kind == kind && Text == text;
}

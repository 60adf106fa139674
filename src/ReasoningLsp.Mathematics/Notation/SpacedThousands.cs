using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Recognises thousands with blanks between them where the language of the text does not write so: "= 21 600 J", as the SI
/// recommends. A sign of calculation stands before them, and nothing that may be a row of numbers.</summary>
internal static class SpacedThousands
{
    private const int Group = 3;

    /// <summary>Whether the number at <paramref name="start"/> is written so.</summary>
    public static bool Begin(ReadOnlySpan<char> text, int start, bool inMath)
    {
        if (inMath || !IsBehindSign(text[..start]))
            return false;
        var position = start;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        var groups = 0;
        while (IsGroup(text[position..]))
        {
            position += Group + 1;
            groups++;
        }

        // "= 120 130 145" may be a row; a blank and more digits make one of any length.
        return groups == 1 && !(position < text.Length && char.IsLetter(text[position])) && !GoesOn(text[position..].TrimStart(' '));
    }

    /// <summary>What stands before the blank of a number; null where it has none.</summary>
    public static Rational? FirstGroup(string number) =>
        number.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank
        && Rational.TryParseDecimal(number.AsSpan(0, blank), out var value) ? value : null;

    // More digits, or an operator that may join the last group alone to what follows.
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest is
        [(>= '0' and <= '9') or '+' or '-' or '−' or '*' or '×' or '·' or '⋅' or '÷' or '/' or '^', ..];

    private static bool IsGroup(ReadOnlySpan<char> rest) => rest is
        [' ', (>= '0' and <= '9'), (>= '0' and <= '9'), (>= '0' and <= '9'), ..] && !(rest.Length > Group + 1
            && char.IsAsciiDigit(rest[Group + 1]));

    private static bool IsBehindSign(ReadOnlySpan<char> before) => before.TrimEnd(' ') is
        [.., '=' or '≈' or '×' or '·' or '⋅' or '*' or '÷' or '/' or '+' or '−' or '-' or '(' or '€' or '$' or '£' or '<' or '>'];
}

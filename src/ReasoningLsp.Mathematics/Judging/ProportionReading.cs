using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Two ratios of whole numbers that are set equal, <c>6:72 = 48:577</c>: a proportion and nothing else, unless both are times
/// of day or lengths of time.</summary>
internal static class ProportionReading
{
    private const int Minutes = 60;

    /// <summary>Whether both members are ratios of two whole numbers and at least one can be no time.</summary>
    public static bool IsCertain(ImmutableArray<Token> tokens, Member left, Member right) =>
        Terms(tokens, left) is { } one && Terms(tokens, right) is { } other && !(IsTime(one) && IsTime(other));

    private static (Token First, Token Second)? Terms(ImmutableArray<Token> tokens, Member member)
    {
        var own = tokens[member.FirstToken..member.EndToken].Where(token => token.Kind is not (TokenKind.MathStart or TokenKind.MathEnd))
            .ToList();
        return own is [{ Kind: TokenKind.Number, Decimals: 0 } first, { Text: ":" }, { Kind: TokenKind.Number, Decimals: 0 } second]
            ? (first, second) : null;
    }

    private static bool IsTime((Token First, Token Second) ratio) => ratio.Second.Length == 2 && ratio.Second.Value < Minutes;
}

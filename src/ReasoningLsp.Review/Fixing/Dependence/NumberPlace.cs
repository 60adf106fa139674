using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>What a number's neighbours say of it.</summary>
internal static class NumberPlace
{
    private const int FarAway = 12;

    /// <summary>Whether a percent sign follows.</summary>
    public static bool HasPercentSign(ImmutableArray<Token> tokens, int index) =>
        index + 1 < tokens.Length && tokens[index + 1].Kind == TokenKind.Percent;

    /// <summary>Whether the number is part of a name: the hour of 12:47, the index of a_15, the 4 of "4x4" or "A4".</summary>
    public static bool IsPartOfName(ImmutableArray<Token> tokens, int index)
    {
        var before = index > 0 ? tokens[index - 1] : null;
        var after = index + 1 < tokens.Length ? tokens[index + 1] : null;
        return before is { Text: "_" }
            || (before is { Text: ":" } && !tokens[index].SpaceBefore && index > 1 && tokens[index - 2].Kind == TokenKind.Number)
            || (after is { Text: ":", SpaceBefore: false } && index + 2 < tokens.Length
                && tokens[index + 2] is { Kind: TokenKind.Number, SpaceBefore: false })
            || (before is { Kind: TokenKind.Open } && index > 1 && tokens[index - 2].Text == "_")
            || (before is { Kind: TokenKind.Word or TokenKind.Letter } && !tokens[index].SpaceBefore && before.End == tokens[index].Start);
    }

    /// <summary>Whether it stands in a calculation in words: "86 on Wednesday + 30 on Thursday = 237": a sign of calculation before the
    /// sentence or the relation ends.</summary>
    public static bool IsCalculatedWith(ImmutableArray<Token> tokens, int index)
    {
        for (var i = index + 1; i < tokens.Length && i - index < FarAway && !EndsCalculation(tokens[i]); i++)
        {
            if (tokens[i].Kind is TokenKind.Operator or TokenKind.Relation)
                return true;
        }

        for (var i = index - 1; i >= 0 && index - i < FarAway && !EndsCalculation(tokens[i]) && tokens[i].Kind != TokenKind.Relation; i--)
        {
            if (tokens[i].Kind == TokenKind.Operator)
                return true;
        }

        return false;
    }

    private static bool EndsCalculation(Token token) =>
        token.Kind is TokenKind.Break or TokenKind.Line or TokenKind.Number or TokenKind.Comma;

    /// <summary>Whether the same number stands near: "20 pet beds / 2 pet beds per pet": near enough to be told apart by more than what
    /// they count. What is <paramref name="replaced"/> is the changed one itself: "= 25, so 25 apples".</summary>
    public static bool IsTwice(ImmutableArray<Token> tokens, int index, Func<Token, bool> replaced)
    {
        for (var i = Math.Max(0, index - FarAway); i < Math.Min(tokens.Length, index + FarAway); i++)
        {
            if (i != index && tokens[i].Kind == TokenKind.Number && tokens[i].Value == tokens[index].Value
                && !replaced(tokens[i]))
                return true;
        }

        return false;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>"1.200 + 300 = 1.500": points that part thousands in a text whose language is not told.</summary>
internal static class GroupedByPoints
{
    /// <summary>Both sides read so; null where some number has a point that parts no thousands, or none has one.</summary>
    public static (Expression Left, Expression Right)? Read(ImmutableArray<Token> tokens, Member left, Member right, ParserOptions options)
    {
        var changed = tokens.ToBuilder();
        var any = false;
        for (var i = left.FirstToken; i < right.EndToken; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Number, Decimals: > 0 } number)
                continue;
            if (!IsGrouped(number.Text) || !Rational.TryParseDecimal(number.Text.Replace(".", "", StringComparison.Ordinal), out var value))
                return null;
            changed[i] = number with { Value = value, Decimals = 0 };
            any = true;
        }

        if (!any)
            return null;
        var all = changed.MoveToImmutable();
        return ExpressionParser.Parse(all, left.FirstToken, left.EndToken, options).Expression is { } a
            && ExpressionParser.Parse(all, right.FirstToken, right.EndToken, options).Expression is { } b ? (a, b) : null;
    }

    // One to three digits, then groups of three; a nought has no thousands behind it.
    private static bool IsGrouped(string text)
    {
        var groups = text.Split('.');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0'
            && groups.Skip(1).All(group => group.Length == 3) && text.All(c => char.IsAsciiDigit(c) || c == '.');
    }
}

using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Lists that are set equal item by item: <c>a, b, c = d, e, f</c>.</summary>
internal static class ListItems
{
    /// <summary>The text of a break that is a dash at the start of a line: the mark of an item, or the sign of a number.</summary>
    public const string Dash = "dash";

    /// <summary>Whether a relation between two members stands in a list: there an item equals the item in its place and not the one next
    /// to it.</summary>
    public static bool Holds(ImmutableArray<Token> tokens, int first, int end)
    {
        var before = Layout.SkipBack(tokens, first - 1);
        if (before >= 0 && tokens[before].Kind == TokenKind.Comma && IsItem(tokens, before, -1))
            return true;
        var after = Layout.SkipForward(tokens, end);
        return after < tokens.Length && tokens[after].Kind == TokenKind.Comma && tokens[after].InMath && IsItem(tokens, after, 1);
    }

    // Whether there is a formula without a relation between this comma and the next edge.
    private static bool IsItem(ImmutableArray<Token> tokens, int comma, int step)
    {
        var isFormula = false;
        for (var i = comma + step; i >= 0 && i < tokens.Length; i += step)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Relation or TokenKind.Word or TokenKind.Letter:
                    return false;
                case TokenKind.Number:
                    isFormula = true;
                    break;
                case TokenKind.Comma or TokenKind.Break or TokenKind.Line or TokenKind.Row or TokenKind.MathStart or TokenKind.MathEnd
                or TokenKind.Connective:
                    return isFormula;
                default:
                    break;
            }
        }

        return isFormula;
    }
}

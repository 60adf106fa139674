using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Words in brackets, and nothing that is calculated: "(个)", "(see above)".</summary>
internal static class Remarks
{
    private const int Longest = 14;

    /// <summary>The index after the remark that opens at <paramref name="open"/>; -1 where none does.</summary>
    public static int End(ImmutableArray<Token> tokens, int open)
    {
        var hasWord = false;
        for (var i = open + 1; i < tokens.Length && i - open < Longest; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Close:
                    return hasWord ? i + 1 : -1;
                case TokenKind.Word:
                    hasWord = true;
                    break;
                case TokenKind.Letter when tokens[i].Upright || !tokens[i].InMath:
                    hasWord = true;
                    break;
                case TokenKind.Relation or TokenKind.Open or TokenKind.Currency or TokenKind.Ellipsis:
                    return -1;
                case TokenKind.Operator when tokens[i].Text is not ("/" or "-" or "*"):
                    return -1;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>The index where the remark opens that closes at <paramref name="close"/>; -1 where none does.</summary>
    public static int Start(ImmutableArray<Token> tokens, int close)
    {
        for (var i = close - 1; i >= 0 && close - i < Longest; i--)
        {
            if (tokens[i].Kind == TokenKind.Open)
                return End(tokens, i) == close + 1 ? i : -1;
        }

        return -1;
    }
}

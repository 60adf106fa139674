using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Products that are written with a blank in prose: "(x + 3) (x - 1)", "2x cos x²", "(1 + x) e^x".</summary>
internal static class LooseProduct
{
    private const int LongestBracket = 24;
    private const int LookedBack = 60;

    /// <summary>Whether the bracket that opens at <paramref name="open"/> holds a sum or a product with a letter, and nothing
    /// else.</summary>
    public static bool IsBracket(ImmutableArray<Token> tokens, int open)
    {
        bool hasLetter = false, hasOperator = false;
        var depth = 0;
        for (var i = open; i < tokens.Length && i - open < LongestBracket; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Open when tokens[i].Text == "(":
                    depth++;
                    break;
                case TokenKind.Close when --depth == 0:
                    return hasLetter && hasOperator;
                case TokenKind.Close or TokenKind.Number or TokenKind.Superscript:
                    break;
                case TokenKind.Letter:
                    hasLetter = true;
                    break;
                case TokenKind.Word or TokenKind.Command when IsFunction(tokens[i].Text):
                    hasOperator = true;
                    break;
                case TokenKind.Operator when tokens[i].Text is "+" or "-" or "*" or "/" or "^":
                    hasOperator = true;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether such a bracket is a factor of what stands before it, and no argument: behind a number, a bracket, a power, or a
    /// letter with a factor of its own.</summary>
    public static bool IsFactor(ImmutableArray<Token> tokens, int open) =>
        open > 1 && IsBracket(tokens, open) && tokens[open - 1].Kind switch
        {
            TokenKind.Close or TokenKind.Superscript or TokenKind.Number => true,
            TokenKind.Letter => tokens[open - 2].Kind is TokenKind.Number or TokenKind.Superscript or TokenKind.Close,
            _ => false,
        };

    /// <summary>Whether what follows a member in prose, from <paramref name="index"/> on, may be a further factor of it that was not read:
    /// then nothing is said of the member.</summary>
    public static bool GoesOn(ImmutableArray<Token> tokens, int start, int index)
    {
        if (index >= tokens.Length || tokens[index] is not { InMath: false, SpaceBefore: true } token)
            return false;
        if (token.Kind == TokenKind.Open)
            return IsBracket(tokens, index);
        // "(3 + 2i)(5 - 8i) = 31 - 14 i"
        if (token is { Kind: TokenKind.Letter, Text: "i" } && tokens[index - 1].Kind == TokenKind.Number && IsNamedBefore(tokens, index))
            return true;
        return HasLetter(tokens, start, index) && token.Kind switch
        {
            TokenKind.Letter => !IsSign(tokens, index + 1) && (IsRaised(tokens, index + 1) || IsNamedBefore(tokens, index)),
            TokenKind.Word or TokenKind.Command => IsFunction(token.Text),
            _ => false,
        };
    }

    private static bool IsFunction(string name) => name is "cbrt" || FormulaRun.IsFunction(name);

    private static bool HasLetter(ImmutableArray<Token> tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Letter)
                return true;
        }

        return false;
    }

    private static bool IsSign(ImmutableArray<Token> tokens, int index) =>
        Layout.SkipForward(tokens, index) is var i && i < tokens.Length && tokens[i].Kind == TokenKind.Relation;

    private static bool IsRaised(ImmutableArray<Token> tokens, int index) => index < tokens.Length
        && tokens[index] is { SpaceBefore: false } and ({ Kind: TokenKind.Superscript } or { Kind: TokenKind.Operator, Text: "^" });

    // In the same sentence.
    private static bool IsNamedBefore(ImmutableArray<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0 && index - i < LookedBack && tokens[i].Kind is not (TokenKind.Break or TokenKind.Line); i--)
        {
            if (tokens[i].Kind == TokenKind.Letter && tokens[i].Text == tokens[index].Text)
                return true;
        }

        return false;
    }
}

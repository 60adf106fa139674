namespace ReasoningLsp.Mathematics.Notation;

/// <content>Marks of items at the start of a statement.</content>
public sealed partial class Lexer
{
    // "(1) 6000 + 60 = …": the mark of an item, and no factor.
    private void TakeRoundBracket()
    {
        if (IsItemMark(Peek(1) is var first && char.IsAsciiDigit(first) ? 2 : 1) is var length and > 0)
            Take(TokenKind.Break, "item", length);
        else
            Take(TokenKind.Open, "(", 1);
    }

    private int IsItemMark(int longest)
    {
        if (!StartsStatement())
            return 0;
        var length = 1;
        while (length <= longest && char.IsAsciiLetterOrDigit(Peek(length)))
            length++;
        if (length == 1 || Peek(length) is not (')' or '）') || !(char.IsWhiteSpace(Peek(length + 1)) || Peek(length + 1) is '$' or '\\'))
            return 0;
        return SkipBlanks(length + 1) is var next && (char.IsLetterOrDigit(next) || next is '$' or '\\' or '-' or '−') ? length + 1 : 0;
    }

    private bool StartsStatement() =>
        Last is null or { Kind: TokenKind.Break or TokenKind.Line } || IsLineStart() || FollowsAWordAndComma()
        || (Last is { Kind: TokenKind.MathStart } && _tokens.Count == 1);

    // "Therefore, (3) log2(8) = 3"
    private bool FollowsAWordAndComma() =>
        Last is { Kind: TokenKind.Comma, InMath: false } && _tokens.Count > 1
        && _tokens[^2] is { Kind: TokenKind.Word or TokenKind.Connective };

    // "① 3 + 4" heads a line; "①+②" names equations.
    private void TakeCircledNumber(char c)
    {
        var next = SkipBlanks(1);
        Take(StartsStatement() && (char.IsLetterOrDigit(next) || next is '$' or '\\' or '(') ? TokenKind.Break : TokenKind.Other,
            c.ToString(), 1);
    }
}

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Marks of items at the start of a statement.</content>
public sealed partial class Lexer
{
    // "(1) 6000 + 60 = …": the mark of an item, and no factor.
    private void TakeRoundBracket()
    {
        if (_math && IsScriptOfOperator() && _subscriptEnd < 0 && ClosingBracket() is var close and > 0)
        {
            _subscriptEnd = _position + close;
            _nested++;
            Take(TokenKind.Open, "group", 1);
        }
        else if (IsItemMark(Peek(1) is var first && char.IsAsciiDigit(first) ? 2 : 1) is var length and > 0)
            Take(TokenKind.Break, "item", length);
        else
            Take(TokenKind.Open, "(", 1);
    }

    private void TakeRoundBracketEnd()
    {
        var endsSubscript = _position == _subscriptEnd;
        Take(TokenKind.Close, endsSubscript ? "group" : ")", 1);
        if (!endsSubscript)
            return;
        _nested--;
        _subscriptEnd = -1;
    }

    // "∑_(k=1)^9": as braces in TeX.
    private bool IsScriptOfOperator() => Last is { Kind: TokenKind.Operator, Text: "_" } && _tokens.Count > 1
        && _tokens[^2] is { Kind: TokenKind.Command, Text: "sum" or "prod" or "lim" or "int" };

    private int ClosingBracket()
    {
        const int Longest = 40;
        var depth = 0;
        for (var at = 0; at < Longest; at++)
        {
            depth += Peek(at) == '(' ? 1 : Peek(at) == ')' ? -1 : 0;
            if (depth == 0)
                return at;
        }

        return 0;
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

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Minus signs, dashes and stars, each of which may be layout.</content>
public sealed partial class Lexer
{
    private bool IsBetweenSpaces() => char.IsWhiteSpace(Before()) || Before() == '\0' || char.IsWhiteSpace(Peek(1)) || Peek(1) == '\0';

    private void TakeMinus()
    {
        if (Peek(1) == '>')
            Take(TokenKind.Connective, "⇒", 2);
        else if (!_math && Peek() == '-' && Peek(1) == '-')
            Take(TokenKind.Break, "--", Peek(2) == '-' ? 3 : 2);
        else if (!_math && char.IsWhiteSpace(Peek(1))
            && (IsBulletStart() || Last is null or { Kind: TokenKind.Break or TokenKind.Line } || IsBetweenEquations()))
            Take(TokenKind.Break, ListItems.Dash, 1);
        else
            Take(TokenKind.Operator, "-", 1);
    }

    // "$x = 3$ - $x = 4$": the items of a list run into one line.
    private bool IsBetweenEquations()
    {
        if (Last is not { Kind: TokenKind.MathEnd } || !char.IsWhiteSpace(Before()))
            return false;
        for (var i = _tokens.Count - 2; ; i--)
        {
            if (i < 0 || _tokens[i].Kind == TokenKind.MathStart)
                return false;
            if (_tokens[i] is { Kind: TokenKind.Relation, Nested: false })
                break;
        }

        var rest = _text.AsSpan(_position + 1).TrimStart();
        var close = rest.StartsWith("\\(", StringComparison.Ordinal) ? "\\)" : rest.StartsWith("$", StringComparison.Ordinal) ? "$" : null;
        if (close is null)
            return false;
        var inside = rest[close.Length..];
        var end = inside.IndexOf(close, StringComparison.Ordinal);
        return end > 0 && inside[..end].Contains('=');
    }

    private bool IsBulletStart()
    {
        for (var i = _position - 1; i >= 0; i--)
        {
            if (_text[i] is '\n' or '\r')
                return true;
            if (_text[i] is not (' ' or '\t' or '>'))
                return false;
        }

        return true;
    }

    private void TakeDash()
    {
        if (_math || (Last is
            {
                Kind: TokenKind.Number or TokenKind.Close or TokenKind.Letter or TokenKind.Word or TokenKind.Percent
            or TokenKind.Superscript
            }
            && char.IsWhiteSpace(Before()) && (char.IsAsciiDigit(SkipBlanks(1)) || SkipBlanks(1) is '$' or '(' or '£' or '€' or '.')))
            TakeDoubtful("-");
        else
            Take(TokenKind.Break, "–", 1);
    }

    private void TakeStar()
    {
        if (_math)
        {
            Take(TokenKind.Operator, "∗", 1);
            return;
        }

        if (Peek(1) == '*')
        {
            // Bold marks; in code-like arithmetic "2**3", "2**-1" is a power.
            if (char.IsAsciiDigit(Before()) && (char.IsAsciiDigit(Peek(2))
                || (Peek(2) is '-' or '−' && char.IsAsciiDigit(Peek(3)) && !IsInBold())))
                Take(TokenKind.Operator, "^", 2);
            else
                Skip(2);
            return;
        }

        var before = Before();
        var after = Peek(1);
        if (char.IsWhiteSpace(after) && IsBulletStart())
            Take(TokenKind.Break, "item", 1);
        else if ((char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) || char.IsAsciiDigit(after) || after is '(' or '$'
            || char.IsAsciiDigit(before) || before == ')')
            Take(TokenKind.Operator, "∗", 1);
        else if (char.IsLetter(before) && char.IsLetter(after))
            Take(TokenKind.Operator, "∗", 1);
        else if (char.IsWhiteSpace(before) && char.IsLetter(after)
            && Last is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Letter or TokenKind.Superscript } && !ClosesEmphasis())
            Take(TokenKind.Operator, "∗", 1);
        else
            Skip(1);
    }

    // "**10**-3 = 7": the stars before it on the line were opened and not closed.
    private bool IsInBold()
    {
        var stars = 0;
        for (var i = _position - 1; i > 0 && _text[i] is not ('\n' or '\r'); i--)
        {
            if (_text[i] != '*' || _text[i - 1] != '*')
                continue;
            // "2**10 = 1024, 2**-1 = 0.5": those of a power mark nothing.
            stars += i > 1 && char.IsAsciiDigit(_text[i - 2]) && (char.IsAsciiDigit(_text[i + 1]) || _text[i + 1] is '-' or '−') ? 0 : 1;
            i--;
        }

        return stars % 2 == 1;
    }

    // "*really*": a star that stands at a word's end, before the line does.
    private bool ClosesEmphasis()
    {
        for (var ahead = 1; Peek(ahead) is not ('\0' or '\n'); ahead++)
        {
            if (Peek(ahead) == '*' && !char.IsWhiteSpace(Peek(ahead - 1)) && !char.IsLetterOrDigit(Peek(ahead + 1)))
                return true;
        }

        return false;
    }
}

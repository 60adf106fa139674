using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Full stops and colons.</content>
public sealed partial class Lexer
{
    private void TakePoint()
    {
        if (Peek(1) == '.' && Peek(2) == '.')
        {
            Take(TokenKind.Ellipsis, "…", 3);
            return;
        }

        if (Peek(1) == ' ' && Peek(2) == '.' && Peek(3) == ' ' && Peek(4) == '.')
        {
            var length = 5;
            while (Peek(length) == ' ' && Peek(length + 1) == '.')
                length += 2;
            Take(TokenKind.Ellipsis, "…", length);
            return;
        }

        var next = Peek(1);
        // "12 Mio. + 3 Mio."
        if (Last is { Kind: TokenKind.Word } word && Multiples.Begins(word.Text)
            && SkipBlanks(1) is '+' or '-' or '−' or '*' or '×' or '·' or '/' or '=' or '€' or ')')
        {
            Skip(1);
            return;
        }

        if (Last is { Kind: TokenKind.Number } && StartsPeriod())
            Take(TokenKind.Other, ".", 1);
        else if (next is '\0' || char.IsWhiteSpace(next) || next is '"' or ')' or '*' or '\\' or '”' or '$' or '}' or ']'
            || char.IsAsciiLetterUpper(next))
            Take(TokenKind.Break, ".", 1);
        else
            Take(TokenKind.Other, ".", 1);
    }

    // "0.\dot{3}", "0 . \overline{3}": what repeats.
    private bool StartsPeriod()
    {
        var rest = _text.AsSpan(_position + 1, _end - _position - 1).TrimStart();
        return rest.StartsWith("\\overline") || rest.StartsWith("\\bar") || rest.StartsWith("\\dot{") || rest.StartsWith("\\dot ");
    }

    private void TakeColon()
    {
        if (Peek(1) == '=')
            Take(TokenKind.Relation, "=", 2);
        else if (_options.ColonDivides && (_math || char.IsWhiteSpace(Before()) == char.IsWhiteSpace(Peek(1)))
            && Last is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Superscript } && !IsLabel()
                && (char.IsAsciiDigit(SkipBlanks(1)) || SkipBlanks(1) is '(' or '.'))
            TakeDoubtful("÷");
        else if (MayDivide() || SetsRatio())
            TakeDoubtful(":");
        else
            Take(TokenKind.Break, ":", 1);
    }

    private void TakeDoubtful(string sign)
    {
        Take(TokenKind.Operator, sign, 1);
        _tokens[^1] = _tokens[^1] with { MayPart = true };
    }

    // "3:4", and in a formula "a : b".
    private bool SetsRatio() =>
        (char.IsAsciiDigit(Before()) && char.IsAsciiDigit(Peek(1)))
        || (_math && ((char.IsLetterOrDigit(Before()) && char.IsLetterOrDigit(Peek(1)))
            || Last is { Kind: TokenKind.Number or TokenKind.Letter or TokenKind.Close }));

    // "12 : 4 + 3", "12 € : 4": with a blank before it a colon behind an amount divides, sets a ratio or leads in, whatever the language;
    // "Schritt 5 : 3 + 4" leads in.
    private bool MayDivide() =>
        !_math && char.IsWhiteSpace(Before()) && EndsAmount() && !NamesThing()
        && (IsUnknown() || char.IsAsciiDigit(SkipBlanks(1))
            || SkipBlanks(1) is '(' or '[' or '.' or '-' or '−' or '√' or '$' or '€' or '£');

    // "12 : x = 4"
    private bool IsUnknown() => char.IsWhiteSpace(Peek(1)) && char.IsAsciiLetterLower(SkipBlanks(1))
        && !char.IsLetterOrDigit(Peek(BehindBlanks(1) + 1));

    private bool EndsAmount() => Last?.Kind switch
    {
        TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Superscript or TokenKind.Factorial
            or TokenKind.Degree => true,
        TokenKind.Currency or TokenKind.Word or TokenKind.Letter => _tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Number,
        _ => false,
    };

    private bool NamesThing() =>
        Last is { Kind: TokenKind.Number } && _tokens.Count > 1 && _tokens[^2] is { Kind: TokenKind.Word } name
        && NumberedThings.Contains(name.Text);

    // "Schritt 5: 3 + 4": the number of a heading.
    private bool IsLabel() =>
        !_math && Last is { Kind: TokenKind.Number } && _tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Word
        && (_tokens.Count == 2 || _tokens[^3].Kind is TokenKind.Break or TokenKind.Line);
}

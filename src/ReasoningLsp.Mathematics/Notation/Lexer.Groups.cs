namespace ReasoningLsp.Mathematics.Notation;

/// <content>Scripts and brace groups.</content>
public sealed partial class Lexer
{
    private void TakeScript(string sign)
    {
        Take(TokenKind.Operator, sign, 1);
        if (SkipBlanks(0) == '{')
        {
            while (Peek() != '{')
                _position++;
            _groups.Push(true);
            _nested++;
            Take(TokenKind.Open, "group", 1);
        }
    }

    private void TakeUnderscore()
    {
        if (_math || Peek(1) == '{'
            || (Last is { Kind: TokenKind.Letter } or { Kind: TokenKind.Command, Text: "log" } && char.IsLetterOrDigit(Peek(1))))
            TakeScript("_");
        // "4_ + _3": a digit that is sought.
        else if (char.IsAsciiDigit(Peek(1)) || char.IsAsciiDigit(Before()))
            Take(TokenKind.Other, "_", 1);
        else
            Skip(1);
    }

    private void TakeGroupStart()
    {
        if (!_math && Last is not { Kind: TokenKind.Command } && !(Last is { Kind: TokenKind.Close, Text: "group" }))
        {
            Take(TokenKind.Open, "{", 1);
            _groups.Push(false);
            return;
        }

        // "10^{-18} {~J}": what a blank in a group parts from its number is upright, whatever command was lost.
        if (_math && _nested == 0 && Last is { Kind: TokenKind.Number or TokenKind.Close } && IsUnitGroup())
        {
            TakeText("mathrm", 0);
            return;
        }

        _groups.Push(_nested > 0);
        if (_nested > 0)
            _nested++;
        Take(TokenKind.Open, "group", 1);
    }

    private bool IsUnitGroup()
    {
        if (GroupLength(0) is not (> 2 and < 24) || Peek(1) != '~' && !(Peek(1) == '\\' && Peek(2) is ',' or ' ' or ';'))
            return false;
        var at = Peek(1) == '~' ? 2 : 3;
        while (char.IsWhiteSpace(Peek(at)) || Peek(at) == '~')
            at++;
        return char.IsLetter(Peek(at));
    }

    private void TakeGroupEnd()
    {
        if (_groups.Count == 0)
        {
            Take(TokenKind.Close, _math ? "group" : "}", 1);
            return;
        }

        var nested = _groups.Pop();
        Take(TokenKind.Close, !_math && !nested && !HasOpenGroup() ? "}" : "group", 1);
        if (nested)
            _nested--;
    }

    private bool HasOpenGroup()
    {
        var depth = 0;
        for (var i = _tokens.Count - 1; i >= 0; i--)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Close && token.Text is "group" or "}")
                depth++;
            else if (token.Kind == TokenKind.Open && token.Text is "group" or "{" && depth-- == 0)
                return token.Text == "group";
        }

        return false;
    }
}

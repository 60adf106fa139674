namespace ReasoningLsp.Mathematics.Notation;

/// <content>Limits that are typed without brackets.</content>
public sealed partial class Lexer
{
    private int _limitEnd = -1;

    // "lim x→0 sin(x)/x": what the variable goes to ends behind one number or name, and is read as in brackets.
    private void OpenBareLimit()
    {
        var at = BehindBlanks(0);
        if (!char.IsAsciiLetter(Peek(at)))
            return;
        at = BehindBlanks(at + 1);
        if (Peek(at) == '→')
            at++;
        else if (Peek(at) == '-' && Peek(at + 1) == '>')
            at += 2;
        else
            return;
        at = BehindBlanks(at);
        if (Peek(at) is '-' or '−' or '+')
            at++;
        var start = at;
        while (char.IsAsciiDigit(Peek(at)) || (at == start && (char.IsLetter(Peek(at)) || Peek(at) == '∞')))
            at++;
        if (Peek(at) is '+' or '⁺' or '⁻' or '^' or '.' or '/' || char.IsLetter(Peek(at)) || at == start)
            return;
        Emit(TokenKind.Open, "(", _position, 0);
        _limitEnd = _position + at;
    }

    private void CloseBareLimit()
    {
        if (_position < _limitEnd)
            return;
        _limitEnd = -1;
        Emit(TokenKind.Close, ")", _position, 0);
    }
}

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Signs of equality and order.</content>
public sealed partial class Lexer
{
    private void TakeEquals()
    {
        if (Peek(1) == '>')
            Take(TokenKind.Connective, "⇒", 2);
        else if (Peek(1) == '/' && Peek(2) == '=')
            Take(TokenKind.Relation, "≠", 3);
        else
            Take(TokenKind.Relation, "=", Peek(1) == '=' ? 2 : 1);
    }

    private void TakeLess()
    {
        if (Peek(1) == '=' && Peek(2) == '>')
            Take(TokenKind.Connective, "⇔", 3);
        else if (Peek(1) == '=')
            Take(TokenKind.Relation, "≤", 2);
        else if (Peek(1) == '>')
            Take(TokenKind.Relation, "≠", 2);
        else if ((Peek(1) is '/' or '!' || (!_math && char.IsLetter(Peek(1)))) && TagLength() is var tag and > 0 && SkipTag(tag))
            return;
        else
            Take(TokenKind.Relation, "<", 1);
    }

    private int TagLength()
    {
        var rest = _text.AsSpan(_position, Math.Min(_end - _position, 80));
        var close = rest.IndexOf('>');
        return close > 0 && !rest[..close].ContainsAny(' ', '=') && rest[1..close].Length > 1 ? close + 1 : 0;
    }

    private bool SkipTag(int length)
    {
        Take(TokenKind.Break, "tag", length);
        return true;
    }

    private void TakeGreater()
    {
        if (Peek(1) == '=')
            Take(TokenKind.Relation, "≥", 2);
        else if (!_math && IsBulletStart())
            Skip(1);
        else
            Take(TokenKind.Relation, ">", 1);
    }
}

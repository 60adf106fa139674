namespace ReasoningLsp.Mathematics.Notation;

/// <content>LaTeX commands and environments.</content>
public sealed partial class Lexer
{
    private void TakeCommand()
    {
        if (Peek(1) == '\\')
        {
            TakeRow();
            return;
        }

        var length = 1;
        while (char.IsAsciiLetter(Peek(length)))
            length++;
        if (length == 1)
            length = 2;
        if (_position + length > _end)
        {
            Take(TokenKind.Other, "\\", 1);
            return;
        }

        var name = _text.Substring(_position + 1, length - 1);
        if (name is "begin" or "end")
            TakeEnvironment(name == "begin", length);
        else if (name is "(" or "[" or ")" or "]")
            Skip(2);
        else if (name is "left" or "right" && Peek(length) == '.')
            Skip(length + 1);
        else if (name is "left" or "right" && SkipBlanks(length) is '{' or '}')
            TakeBareBrace(name == "left", length);
        else if (Siunitx.Contains(name))
            TakeSiunitx(name, length);
        else if (name is "left" or "right" && Peek(length) == '|')
            Take(name == "left" ? TokenKind.Open : TokenKind.Close, name == "left" ? "lvert" : "rvert", length + 1);
        else if (LatexCommands.Ignored.Contains(name))
            _position += length;
        else if (LatexCommands.Spaces.Contains(name))
            Skip(length + (name is "hspace" or "vspace" ? GroupLength(length) : 0));
        else if (LatexCommands.Texts.Contains(name))
            TakeText(name, length);
        else if (name is "color" or "textcolor" or "label" or "phantom" or "hphantom" or "vphantom")
            Skip(length + GroupLength(length));
        else if (name is "stackrel" or "overset" or "xrightarrow" or "xleftarrow")
            TakeStacked(name, length);
        else if (name == "not")
            TakeNegation(length);
        else if (LatexCommands.Tokens.TryGetValue(name, out var token))
            Take(token.Kind, token.Text, length);
        else
            Take(TokenKind.Command, name, length);
    }

    private void TakeRow()
    {
        var length = 2;
        if (Peek(2) == '[' && _text.AsSpan(_position, Math.Min(_end - _position, 20)).IndexOf(']') is var close and > 0
            && _environments.Count > 0)
            length = close + 1;
        Take(_math || _environments.Count > 0 ? TokenKind.Row : TokenKind.Line, "\\\\", length);
    }

    private void TakeEnvironment(bool begins, int length)
    {
        var group = GroupLength(length);
        if (group < 2)
        {
            Take(TokenKind.Break, "environment", length);
            return;
        }

        var name = _text.AsSpan(_position + length, group).Trim(" {}").ToString();
        var total = length + group;
        if (begins && name is "array" or "alignedat" or "alignat" or "alignat*" or "tabular" && Peek(total) == '{')
            total += GroupLength(total);
        if (LatexCommands.Matrices.Contains(name))
            Take(begins ? TokenKind.Open : TokenKind.Close, name, total);
        else if (name is "array" && begins ? Last is { Kind: TokenKind.Open, Text: not "group" } or { Kind: TokenKind.Bar }
            : _environments.TryPeek(out var open) && open == "matrix array")
            Take(begins ? TokenKind.Open : TokenKind.Close, "matrix array", total);
        else
            Take(TokenKind.Break, name, total);
        if (begins)
            _environments.Push(Last is { Kind: TokenKind.Open } ? "matrix array" : name);
        else if (_environments.Count > 0)
            _environments.Pop();
    }

    // Length of the brace group (blanks before it included) that starts at the offset; 0 where none does.
    private int GroupLength(int ahead)
    {
        var start = ahead;
        while (Peek(ahead) is ' ')
            ahead++;
        if (Peek(ahead) != '{')
            return 0;
        var depth = 0;
        for (; _position + ahead < _end; ahead++)
        {
            if (Peek(ahead) == '\\')
                ahead++;
            else if (Peek(ahead) == '{')
                depth++;
            else if (Peek(ahead) == '}' && --depth == 0)
                return ahead + 1 - start;
        }

        return 0;
    }

    private void TakeText(string command, int length)
    {
        var group = GroupLength(length);
        if (group == 0 || group > 400)
        {
            _position += length;
            return;
        }

        var inner = _text.AsSpan(_position + length, group);
        var trimmed = inner.Trim(" {}");
        if (command == "tag")
        {
            Skip(length + group);
            return;
        }

        var isRoman = command is "mathrm" or "operatorname" or "unit";
        if (trimmed.Length == 1 && char.IsLetter(trimmed[0]))
        {
            Take(TokenKind.Letter, trimmed.ToString(), length + group);
            _tokens[^1] = _tokens[^1] with { Upright = true, Roman = isRoman };
            return;
        }

        if (OperatorNames.Of(trimmed, _text.AsSpan(_position + length + group, _end - _position - length - group)) is { } known)
        {
            Take(TokenKind.Command, known, length + group);
            return;
        }

        if (command.StartsWith("operatorname", StringComparison.Ordinal)
            || (command is "mathrm" or "text" or "textrm"
                && trimmed is "lcm" or "gcd" or "sin" or "cos" or "tan" or "log" or "ln" or "det" or "max" or "min"))
        {
            Take(TokenKind.Command, trimmed.ToString(), length + group);
            return;
        }

        if (trimmed is "mod")
        {
            Take(TokenKind.Operator, "mod", length + group);
            return;
        }

        var outer = (_end, _math);
        var start = _position + length + inner.IndexOf('{') + 1;
        var end = _position + length + group - 1;
        _position = start;
        _end = end;
        _math = false;
        var first = _tokens.Count;
        while (_position < _end)
            Next();
        (_end, _math) = outer;
        _position = end + 1;
        for (var i = first; i < _tokens.Count; i++)
            _tokens[i] = _tokens[i] with { InMath = true, Nested = _nested > 0, Upright = true, Roman = isRoman };
        if (_tokens.Count == first)
            _space = true;
    }

    // "\left { x \right }" lacks its backslashes.
    private void TakeBareBrace(bool opens, int length)
    {
        while (Peek(length) is not ('{' or '}'))
            length++;
        Take(opens ? TokenKind.Open : TokenKind.Close, opens ? "{" : "}", length + 1);
    }

    private void TakeStacked(string name, int length)
    {
        var first = GroupLength(length);
        var second = name.StartsWith('x') ? 0 : GroupLength(length + first);
        Take(name.StartsWith('x') ? TokenKind.Connective : TokenKind.Relation, name.StartsWith('x') ? "⇒" : "~", length + first + second);
    }

    private void TakeNegation(int length)
    {
        var start = _position;
        _position += length;
        while (_position < _end && char.IsWhiteSpace(Peek()))
            _position++;
        var before = _tokens.Count;
        if (_position < _end)
            Next();
        if (_tokens.Count > before && _tokens[before].Kind == TokenKind.Relation)
            _tokens[before] = _tokens[before] with
            {
                Text = _tokens[before].Text is "=" or "≡" ? "≠" : "~",
                Start = start,
                Length = _tokens[before].End - start
            };
    }
}

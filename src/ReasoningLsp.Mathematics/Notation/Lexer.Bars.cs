namespace ReasoningLsp.Mathematics.Notation;

/// <content>Absolute values in prose.</content>
public sealed partial class Lexer
{
    private const int LongestBetweenBars = 40;

    // |-9 + 4| in prose: two bars of a line, each close to what stands between them, where no table can be meant.
    private void TakeBar()
    {
        if (_math)
            Take(TokenKind.Bar, "|", 1);
        else if (_openBar)
            CloseBar();
        else if (OpensBars())
        {
            _openBar = true;
            Take(TokenKind.Open, "lvert", 1);
        }
        else
            Take(IsBetweenSpaces() ? TokenKind.Break : TokenKind.Bar, "|", 1);
    }

    private bool _openBar;

    private void CloseBar()
    {
        _openBar = false;
        Take(TokenKind.Close, "rvert", 1);
    }

    private bool OpensBars()
    {
        if (!(char.IsAsciiLetterOrDigit(Peek(1)) || Peek(1) is '-' or '−' or '(' or '√' or 'π')
            || char.IsLetterOrDigit(Before()) || Before() == '|')
            return false;
        var ahead = 1;
        while (ahead < LongestBetweenBars && Peek(ahead) is not ('|' or '\n' or '=' or '\0' or '&' or '\\' or '$'))
            ahead++;
        return Peek(ahead) == '|' && !char.IsWhiteSpace(Peek(ahead - 1)) && Peek(ahead + 1) != '|'
            && !char.IsLetterOrDigit(Peek(ahead + 1)) && !IsTableRow(ahead);
    }

    // A row of a table has bars besides, or one at both of its ends.
    private bool IsTableRow(int close)
    {
        var start = _position;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        var end = _position;
        while (end < _end && _text[end] != '\n')
            end++;
        var line = _text.AsSpan(start, end - start).Trim();
        return line.Count('|') % 2 == 1 || (line.StartsWith('|') && line.EndsWith('|'))
            || _text.AsSpan(_position + close + 1, end - _position - close - 1).TrimStart().StartsWith('|');
    }
}

namespace ReasoningLsp.Mathematics.Units;

internal ref partial struct UnitParser
{
    private const int MaxBlanks = 16;

    private static readonly string[] Wrappers = [@"\text{", @"\textrm{", @"\textup{", @"\mathrm{", @"\mbox{", @"\operatorname{"];
    private static readonly string[] Blanks = [@"\,", @"\ ", @"\;", @"\!", @"\:", "~"];

    // A unit stays on the line of its number ("… is 5" and "In total" below it are not inches), and not far away.
    private bool SkipBlanks()
    {
        var start = _position;
        for (var taken = 0; taken < MaxBlanks && _position < _text.Length; taken++)
        {
            if (char.IsWhiteSpace(_text[_position]) && _text[_position] is not ('\n' or '\r'))
                _position++;
            else if (TakeAny(Wrappers))
                _open++;
            else if (_text[_position] == '}' && _open > 0)
                Close();
            else if (!TakeAny(Blanks))
                break;
        }

        return _position > start;
    }

    private int Close()
    {
        var here = _position;
        while (_open > 0)
        {
            while (here < _text.Length && _text[here] == ' ')
                here++;
            if (here == _text.Length || _text[here] != '}')
                return _position;
            _position = ++here;
            _open--;
        }

        return _position;
    }

    private bool TakeAny(string[] tokens)
    {
        foreach (var token in tokens)
        {
            if (Take(token))
                return true;
        }

        return false;
    }

    private bool Take(string token)
    {
        if (!_text[_position..].StartsWith(token, StringComparison.Ordinal))
            return false;
        _position += token.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        var end = _position + word.Length;
        if (!_text[_position..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
            return false;
        _position = end;
        return true;
    }
}

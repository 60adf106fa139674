namespace ReasoningLsp.Mathematics.Units;

internal ref partial struct UnitParser
{
    private static readonly (string Word, int Power)[] After = [("squared", 2), ("cubed", 3)];

    private Unit[] LongestName(out string name)
    {
        var longest = UnitTable.LongestCandidate(_text[_position..]);
        for (var length = longest; length > 0; length--)
        {
            var end = _position + length;
            if (end < _text.Length && IsLatin(_text[end - 1]) && IsLatin(_text[end]))
                continue;
            var candidate = _text[_position..end];
            if (candidate[^1] == '.' && !IsInsideSentence(end))
                continue;
            if (UnitTable.Find(candidate) is { Length: > 0 } units)
            {
                name = candidate.ToString();
                _position = end;
                return units;
            }
        }

        name = "";
        return [];
    }

    // The stop of "10 in. of snow" belongs to the unit, the one of "It measures 10 in." to the sentence.
    private readonly bool IsInsideSentence(int end)
    {
        var rest = _text[end..].TrimStart();
        return rest.Length > 0 && (char.IsLower(rest[0]) || rest[0] is '/' or ')' or '*' or '=' or '+' or ',');
    }

    private int PowerBehind()
    {
        var start = Here;
        Close();
        if (Take("^"))
        {
            var braced = Take("{");
            var negative = Take("-") || Take("−");
            if (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
            {
                var value = _text[_position++] - '0';
                if ((!braced || Take("}")) && (_position == _text.Length || !char.IsAsciiDigit(_text[_position])))
                    return negative ? -value : value;
            }
        }
        else if (Superscript() is { } value)
        {
            return value;
        }

        Here = start;
        foreach (var (word, value) in After)
        {
            if (SkipBlanks() && TakeWord(word))
                return value;
            Here = start;
        }

        // m2, cm3
        if (_position < _text.Length && _text[_position] is '2' or '3' && IsLatin(_text[_position - 1])
            && (_position + 1 == _text.Length || !char.IsLetterOrDigit(_text[_position + 1])))
        {
            return _text[_position++] - '0';
        }

        return 1;
    }

    private int? Superscript()
    {
        const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var negative = Take("⁻");
        if (_position == _text.Length || Digits.IndexOf(_text[_position]) is var digit && digit < 0)
            return null;
        _position++;
        return negative ? -digit : digit;
    }

    private static bool IsLatin(string text) => text.Length > 0 && IsLatin(text[0]);

    private static bool IsLatin(char c) => char.IsLetter(c) && c < FirstUnspaced;
}

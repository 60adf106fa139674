namespace ReasoningLsp.Mathematics.Units;

/// <summary>Reads one compound unit from the beginning of a text, as far as it goes.</summary>
internal ref struct UnitParser
{
    private const int MaxTerms = 8;
    private const int MaxReadings = 16;
    private const int MaxBlanks = 16;

    private static readonly string[] Wrappers = [@"\text{", @"\textrm{", @"\textup{", @"\mathrm{", @"\mbox{", @"\operatorname{"];
    private static readonly string[] Blanks = [@"\,", @"\ ", @"\;", @"\!", @"\:", "~"];
    private static readonly string[] PerWords = ["per", "a", "an", "each", "every", "pro", "par", "por", "je"];
    private static readonly string[] Dots = ["*", "·", "⋅", "•", @"\cdot"];
    private static readonly (string Word, int Power)[] Before =
        [("square", 2), ("sq.", 2), ("sq", 2), ("cubic", 3), ("cu.", 3), ("cu", 3)];

    private static readonly (string Word, int Power)[] After = [("squared", 2), ("cubed", 3)];

    private readonly ReadOnlySpan<char> _text;
    private readonly List<(Unit[] Readings, int Power)> _terms = [];
    private int _position;
    private int _open;

    public UnitParser(ReadOnlySpan<char> text) => _text = text;

    // Going back must also forget the braces opened and closed on the way.
    private (int Position, int Open) Here
    {
        readonly get => (_position, _open);
        set => (_position, _open) = value;
    }

    public IReadOnlyList<CompoundUnit> Parse(out int length)
    {
        length = 0;
        if (!TryTerm(1, afterSpace: false, "", out var name))
            return [];
        var end = Close();
        var divided = false;
        while (_terms.Count < MaxTerms)
        {
            if (TryPer())
            {
                if (!TryDenominator())
                    break;
                divided = true;
            }
            else if (divided || !TryFactor(ref name))
            {
                break;
            }

            end = Close();
        }

        // An unclosed \text{ means that we stopped inside it; what was read before still counts.
        var readings = Combine();
        length = readings.Count > 0 ? end : 0;
        return readings;
    }

    private bool TryPer()
    {
        var start = Here;
        var spaced = SkipBlanks();
        if (Take("/") || Take("每"))
            return true;
        if (spaced)
        {
            foreach (var word in PerWords)
            {
                if (TakeWord(word) && SkipBlanks())
                    return true;
            }
        }

        Here = start;
        return false;
    }

    private bool TryDenominator()
    {
        SkipBlanks();
        if (!Take("("))
            return TryTerm(-1, afterSpace: false, "", out _);
        var known = _terms.Count;
        if (!TryTerm(-1, afterSpace: false, "", out var name))
            return false;
        while (_terms.Count < MaxTerms && TryFactor(ref name, -1))
            SkipBlanks();
        if (Take(")"))
            return true;
        _terms.RemoveRange(known, _terms.Count - known);
        return false;
    }

    private bool TryFactor(ref string name, int sign = 1)
    {
        var start = Here;
        var spaced = SkipBlanks();
        var dotted = false;
        foreach (var dot in Dots)
            dotted = dotted || Take(dot);
        if (!dotted && !spaced && IsLatin(name) && Take("-"))
            dotted = true;
        if (dotted)
            SkipBlanks();
        if ((dotted || spaced) && TryTerm(sign, afterSpace: !dotted, name, out var next))
        {
            name = next;
            return true;
        }

        Here = start;
        return false;
    }

    private bool TryTerm(int sign, bool afterSpace, string before, out string name)
    {
        var start = Here;
        SkipBlanks();
        var power = 0;
        foreach (var (word, value) in Before)
        {
            var here = Here;
            if (power == 0 && TakeWord(word) && SkipBlanks())
                power = value;
            else
                Here = here;
        }

        var units = LongestName(out name);
        if (units.Length == 0 || (afterSpace && power == 0 && !CanFollow(before, name)))
        {
            Here = start;
            return false;
        }

        // Not "cubic square": a power before the name or one behind it.
        if (power == 0)
            power = PowerBehind();
        if (power is 0 or > 9 or < -9)
        {
            Here = start;
            return false;
        }

        _terms.Add((units, sign * power));
        return true;
    }

    // A product without a dot: symbols (kg m) or a singular before another word (foot pounds, newton meters). Anything
    // looser would read prose: "2 hours in …", "3 cups score …".
    private static bool CanFollow(string before, string name)
    {
        if (!IsLatin(before) || !IsLatin(name))
            return false;
        if (before.Length <= 3 && name.Length <= 3)
            return name.Length == 1 ? before.Length <= 2 || before is "mol" or "kWh" : !UnitTable.IsAlsoOrdinaryWord(name);
        return before.Length > 3 && name.Length > 3 && !before.EndsWith('s');
    }

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

    private readonly List<CompoundUnit> Combine()
    {
        if (_terms is [([var only], var single)])
            return CompoundUnit.TryCreate([new(only, single)]) is { } simple ? [simple] : [];
        List<List<UnitPower>> readings = [[]];
        foreach (var (units, power) in _terms)
        {
            readings = [.. units.SelectMany(unit => readings.Select(
                reading => new List<UnitPower>(reading) { new(unit, power) })).Take(MaxReadings)];
        }

        List<CompoundUnit> result = [];
        foreach (var reading in readings)
        {
            if (CompoundUnit.TryCreate(reading) is { } unit)
                result.Add(unit);
        }

        return result;
    }

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
        if (!_text[_position..].StartsWith(word, StringComparison.OrdinalIgnoreCase) || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
            return false;
        _position = end;
        return true;
    }

    private static bool IsLatin(string text) => text.Length > 0 && IsLatin(text[0]);

    private static bool IsLatin(char c) => char.IsLetter(c) && c < 0x2E80;
}

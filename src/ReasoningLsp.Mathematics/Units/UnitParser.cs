namespace ReasoningLsp.Mathematics.Units;

/// <summary>Reads one compound unit from the beginning of a text, as far as it goes.</summary>
internal ref partial struct UnitParser
{
    /// <summary>From here on are the scripts that put no blanks between words.</summary>
    internal const char FirstUnspaced = '\u2e80';

    private const int MaxTerms = 8;
    private const int MaxReadings = 16;

    private static readonly string[] PerWords = ["per", "a", "an", "each", "every", "pro", "par", "por", "je"];
    private static readonly string[] Dots = ["*", "·", "⋅", "•", @"\cdot"];
    private static readonly (string Word, int Power)[] Before =
        [("square", 2), ("sq.", 2), ("sq", 2), ("cubic", 3), ("cu.", 3), ("cu", 3)];

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
}

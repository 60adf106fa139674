using System.Buffers;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A position in a text and what can be taken there. TeX's markup of text in formulas counts as blank.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> text)
{
    private const int MaxBlanks = 16;
    private static readonly string[] Markup =
        [@"\text{", @"\textrm{", @"\mathrm{", @"\mbox{", @"\text {", @"\,", @"\ ", @"\;", @"\!", @"\:", @"\quad", "**", "$", "{", "}", "~"];
    private static readonly SearchValues<char> s_markupStarts = SearchValues.Create([.. Markup.Select(token => token[0])]);

    private readonly ReadOnlySpan<char> _text = text;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _text.Length;

    public readonly char Current => _text[Position];

    public readonly ReadOnlySpan<char> Rest => _text[Position..];

    public readonly string TextFrom(int start) => _text[start..Position].ToString();

    public readonly bool AtLetterOrDigit() => !AtEnd && char.IsLetterOrDigit(Current);

    public readonly bool AtDigitOrColon() => !AtEnd && (char.IsAsciiDigit(Current) || (Current == ':' && DigitAt(Position + 1)));

    /// <summary>Whether a decimal part follows, so that the number before it is not whole.</summary>
    public readonly bool AtDecimal() => !AtEnd && Current is '.' or ',' && DigitAt(Position + 1);

    /// <summary>Skips blanks within the line; true if there were any.</summary>
    public bool SkipBlanks()
    {
        var start = Position;
        for (var taken = 0; taken < MaxBlanks && !AtEnd; taken++)
        {
            if (char.IsWhiteSpace(Current) && Current is not ('\n' or '\r'))
                Position++;
            else if (!TakeMarkup())
                break;
        }

        return Position > start;
    }

    public bool Take(string token)
    {
        if (!Rest.StartsWith(token, StringComparison.Ordinal))
            return false;
        Position += token.Length;
        return true;
    }

    public bool TakeLetterOf(string letters)
    {
        if (AtEnd || !letters.Contains(Current, StringComparison.Ordinal))
            return false;
        Position++;
        return true;
    }

    /// <summary>A word or phrase in any case, with no letter or digit behind it.</summary>
    public bool TakeWord(string word)
    {
        var end = Position + word.Length;
        if (!Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
            return false;
        Position = end;
        return true;
    }

    /// <summary>Up to nine digits.</summary>
    public bool TakeNumber(out int value)
    {
        value = 0;
        var end = Position;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]) && end - Position < 10)
            end++;
        if (end == Position || end - Position > 9)
            return false;
        value = int.Parse(_text[Position..end], System.Globalization.CultureInfo.InvariantCulture);
        Position = end;
        return true;
    }

    public bool TakeTwoDigits(out int value)
    {
        value = 0;
        if (!DigitAt(Position) || !DigitAt(Position + 1) || DigitAt(Position + 2))
            return false;
        value = ((_text[Position] - '0') * 10) + _text[Position + 1] - '0';
        Position += 2;
        return true;
    }

    /// <summary>The letters at the position, at most 40; longer is nobody's word.</summary>
    public readonly ReadOnlySpan<char> PeekWord()
    {
        var end = Position;
        while (end < _text.Length && end - Position < 40 && char.IsLetter(_text[end]))
            end++;
        return _text[Position..end];
    }

    /// <summary>Takes the braces that close what was opened since <paramref name="start"/>: the end of <c>\text{ PM}</c>.</summary>
    public void CloseBraces(int start)
    {
        var taken = _text[start..Position];
        for (var open = taken.Count('{') - taken.Count('}'); open > 0; open--)
        {
            var before = Position;
            while (!AtEnd && Current == ' ')
                Position++;
            if (!Take("}"))
            {
                Position = before;
                return;
            }
        }
    }

    private readonly bool DigitAt(int index) => index < _text.Length && char.IsAsciiDigit(_text[index]);

    private bool TakeMarkup()
    {
        if (!s_markupStarts.Contains(Current))
            return false;
        foreach (var token in Markup)
        {
            if (Take(token))
                return true;
        }

        return false;
    }
}

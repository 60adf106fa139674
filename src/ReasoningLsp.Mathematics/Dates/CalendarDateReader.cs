namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Reads one date from the beginning of a text.</summary>
internal ref struct CalendarDateReader(ReadOnlySpan<char> text)
{
    private TextScanner _scanner = new(text);

    public bool TryRead(out CalendarDate date, out int length)
    {
        var found = TryMonthFirst(out date) || TryDayFirst(out date) || TryIso(out date);
        if (found)
            _scanner.CloseBraces(0);
        length = found ? _scanner.Position : 0;
        return found;
    }

    private bool TryMonthFirst(out CalendarDate date)
    {
        date = default;
        var start = _scanner.Position;
        if (MonthNames.TryTake(ref _scanner, out var month) && _scanner.SkipBlanks())
        {
            if (_scanner.TakeWord("the"))
                _scanner.SkipBlanks();
            if (TakeDay(out var day))
                return Accept(new CalendarDate(TakeYear(comma: true), month, day), start, out date);
        }

        _scanner.Position = start;
        return false;
    }

    private bool TryDayFirst(out CalendarDate date)
    {
        date = default;
        var start = _scanner.Position;
        if (_scanner.TakeWord("the"))
            _scanner.SkipBlanks();
        if (TakeDay(out var day) && _scanner.SkipBlanks())
        {
            if (_scanner.TakeWord("of"))
                _scanner.SkipBlanks();
            if (MonthNames.TryTake(ref _scanner, out var month))
                return Accept(new CalendarDate(TakeYear(comma: false), month, day, DayFirst: true), start, out date);
        }

        _scanner.Position = start;
        return false;
    }

    private bool TryIso(out CalendarDate date)
    {
        date = default;
        var start = _scanner.Position;
        if (_scanner.TakeNumber(out var year) && _scanner.Position - start == 4
            && _scanner.Take("-") && _scanner.TakeTwoDigits(out var month)
            && _scanner.Take("-") && _scanner.TakeTwoDigits(out var day))
        {
            return Accept(new CalendarDate(year, month, day), start, out date);
        }

        _scanner.Position = start;
        return false;
    }

    private bool Accept(CalendarDate candidate, int start, out CalendarDate date)
    {
        var valid = candidate.IsValid;
        date = valid ? candidate : default;
        if (!valid)
            _scanner.Position = start;
        return valid;
    }

    // "3", "3rd"; not the beginning of "3:15", "3.5" or "3,000".
    private bool TakeDay(out int day)
    {
        var start = _scanner.Position;
        if (_scanner.TakeNumber(out day) && day is >= 1 and <= 31 && _scanner.Position - start <= 2)
        {
            var ordinal = _scanner.TakeWord("st") || _scanner.TakeWord("nd") || _scanner.TakeWord("rd") || _scanner.TakeWord("th");
            if (ordinal || !(_scanner.AtLetterOrDigit() || _scanner.AtDigitOrColon() || _scanner.AtDecimal()))
                return true;
        }

        _scanner.Position = start;
        return false;
    }

    private int? TakeYear(bool comma)
    {
        var start = _scanner.Position;
        if (comma && _scanner.Take(","))
            comma = false;
        _scanner.SkipBlanks();
        var digits = _scanner.Position;
        if (_scanner.TakeNumber(out var year) && _scanner.Position - digits == 4
            && !_scanner.AtLetterOrDigit() && !_scanner.AtDigitOrColon() && !_scanner.AtDecimal() && !IsCount())
        {
            return year;
        }

        _scanner.Position = start;
        return null;
    }

    // "March 3, 2000 people" and "+ 1500 days" are counts. A year is followed by no noun that is counted; here it is
    // enough that no unit of time follows.
    private readonly bool IsCount()
    {
        var copy = _scanner;
        copy.SkipBlanks();
        var word = copy.PeekWord();
        return word.StartsWith("day", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("week", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("hour", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("people", StringComparison.OrdinalIgnoreCase);
    }
}

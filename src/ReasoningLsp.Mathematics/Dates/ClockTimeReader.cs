namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Reads one time of day from the beginning of a text.</summary>
internal ref struct ClockTimeReader(ReadOnlySpan<char> text)
{
    private static readonly (string Text, string Half)[] Phrases =
        [("in the morning", "AM"), ("in the afternoon", "PM"), ("in the evening", "PM")];

    private TextScanner _scanner = new(text);

    public bool TryRead(out ClockTime time, out int length)
    {
        time = default;
        var found = TryNamed(out time) || TryPastOrTo(out time) || TryDigits(out time);
        if (found)
            _scanner.CloseBraces(0);
        length = found ? _scanner.Position : 0;
        return found;
    }

    private bool TryNamed(out ClockTime time)
    {
        time = default;
        var start = _scanner.Position;
        if (_scanner.TakeNumber(out var twelve))
        {
            if (twelve != 12)
            {
                _scanner.Position = start;
                return false;
            }

            _scanner.SkipBlanks();
        }

        if (_scanner.TakeWord("noon"))
            time = new ClockTime(ClockTime.HalfDay, true, "PM");
        else if (_scanner.TakeWord("midnight"))
            time = new ClockTime(0, true, "AM");
        else
            _scanner.Position = start;
        return time.HalfIsKnown;
    }

    // "half past 3", "a quarter to four": minutes added to or taken from the hour.
    private bool TryPastOrTo(out ClockTime time)
    {
        time = default;
        var start = _scanner.Position;
        var minutes = _scanner.TakeWord("half") ? 30 : _scanner.TakeWord("quarter") ? 15 : 0;
        if (minutes > 0 && _scanner.SkipBlanks())
        {
            var past = _scanner.TakeWord("past");
            if ((past || (minutes == 15 && _scanner.TakeWord("to"))) && _scanner.SkipBlanks() && TakeHour(out var hour)
                && hour is >= 1 and <= 12)
            {
                time = WithHalf(((hour * 60) + (past ? minutes : -minutes)) * 60, hour);
                return true;
            }
        }

        _scanner.Position = start;
        return false;
    }

    private bool TryDigits(out ClockTime time)
    {
        time = default;
        var start = _scanner.Position;
        if (TakeHour(out var hour) && hour <= 24)
        {
            var seconds = hour * 3600;
            var digits = TakeSixtieth(out var minute);
            seconds += minute * 60;
            if (digits && TakeSixtieth(out var second))
                seconds += second;
            if (seconds <= ClockTime.Day && (!digits || !_scanner.AtDigitOrColon()))
            {
                var afterDigits = _scanner.Position;
                _scanner.SkipBlanks();
                var named = _scanner.TakeWord("o'clock") || _scanner.TakeWord("o’clock");
                if (!named)
                    _scanner.Position = afterDigits;
                time = WithHalf(seconds, hour);
                if (digits || named || time.Suffix.Length > 0)
                    return true;
            }
        }

        _scanner.Position = start;
        return false;
    }

    private ClockTime WithHalf(int seconds, int hour)
    {
        var suffix = TakeSuffix();
        if (suffix.Length == 0)
        {
            var known = hour is 0 or > 12;
            return new ClockTime(known ? seconds % ClockTime.Day : (seconds + ClockTime.HalfDay) % ClockTime.HalfDay, known, "");
        }

        var afternoon = suffix[0] is 'P' or 'p';
        if (hour is 0 or > 12)
            return new ClockTime(seconds % ClockTime.Day, true, suffix);

        // A quarter to twelve PM is still in the morning's numbers: take the half before placing it.
        var inHalf = (seconds + ClockTime.HalfDay) % ClockTime.HalfDay;
        return new ClockTime(inHalf + (afternoon ? ClockTime.HalfDay : 0), true, suffix);
    }

    private string TakeSuffix()
    {
        var start = _scanner.Position;
        _scanner.SkipBlanks();
        var written = _scanner.Position;
        if (_scanner.TakeLetterOf("AaPp"))
        {
            var dotted = _scanner.Take(".");
            if (dotted)
                _scanner.SkipBlanks();
            if (_scanner.TakeLetterOf("Mm") && !_scanner.AtLetterOrDigit())
            {
                if (dotted)
                    _scanner.Take(".");
                return _scanner.TextFrom(written);
            }
        }

        _scanner.Position = written;
        foreach (var (phrase, half) in Phrases)
        {
            if (_scanner.TakeWord(phrase))
                return half;
        }

        _scanner.Position = start;
        return "";
    }

    private bool TakeHour(out int hour)
    {
        if (_scanner.TakeNumber(out hour))
            return !_scanner.AtDecimal();
        return NumberWords.TryTake(ref _scanner, out hour);
    }

    private bool TakeSixtieth(out int value)
    {
        value = 0;
        var start = _scanner.Position;
        if ((_scanner.Take(":") || _scanner.Take("{:}")) && _scanner.TakeTwoDigits(out value) && value < 60)
            return true;
        _scanner.Position = start;
        value = 0;
        return false;
    }
}

using System.Numerics;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Reads one duration from the beginning of a text.</summary>
internal ref struct DurationReader(ReadOnlySpan<char> text)
{
    private static readonly Rational SecondsInMonth = 2_629_746;

    private TextScanner _scanner = new(text);
    private Rational _seconds;
    private Rational _months;
    private Rational _resolution;
    private Rational _last;
    private int _parts;

    public bool TryRead(out Duration duration, out int length)
    {
        length = 0;
        while (_parts < 6)
        {
            var before = _scanner.Position;
            if (!TryPart())
            {
                _scanner.Position = before;
                break;
            }

            length = _scanner.Position;
            TakeAndAHalf(ref length);
            var blank = _scanner.SkipBlanks();
            if (_scanner.Take(","))
                _scanner.SkipBlanks();
            if (_scanner.TakeWord("and"))
                _scanner.SkipBlanks();
            else if (!blank && !_scanner.AtLetterOrDigit())
                break;
        }

        _scanner.Position = length;
        _scanner.CloseBraces(0);
        length = _scanner.Position;
        var smallest = _last <= int.MaxValue && _last.IsInteger ? (int)_last.Numerator : 0;
        duration = new Duration(_seconds, _months, _resolution, smallest, _parts);
        return length > 0;
    }

    // Each unit must be smaller than the one before, as in "1 hour 45 minutes"; "2 hours 3 hours" is two durations.
    private bool TryPart()
    {
        if (!TryNumber(out var value, out var place) || !TryUnit(out var size, out var isCalendar))
            return false;
        if (_parts > 0 && (size >= _last || value.Sign < 0))
            return false;
        if (isCalendar)
            _months += value * (size / SecondsInMonth);
        else
            _seconds += value * size;
        if (!place.IsZero)
            _resolution = place * size;
        _last = size;
        _parts++;
        return true;
    }

    private bool TryUnit(out Rational size, out bool isCalendar)
    {
        size = default;
        isCalendar = false;
        _scanner.SkipBlanks();
        _scanner.Take("-");

        // "1h 45m": metres and months take no part in a duration.
        if (_parts > 0 && _last == 3600 && _scanner.TakeWord("m"))
        {
            size = 60;
            return true;
        }

        if (!CompoundUnit.TryParsePrefix(_scanner.Rest, out var unit, out var length)
            || unit.Terms is not [{ Power: 1, Unit: var only }]
            || only.Dimension != Dimension.Of(BaseQuantity.Time)
            || only.Name == "quarter")
        {
            return false;
        }

        // Units of other languages are words of this one ("once", "mes"); a single letter is a variable but for h, s.
        var word = _scanner.Rest[..length];
        if (word.Length == 1 && word[0] is not ('h' or 's'))
            return false;
        _scanner.Position += length;
        size = only.Factor;
        isCalendar = only.Approximate;
        return true;
    }

    private bool TryNumber(out Rational value, out Rational place)
    {
        (value, place) = (default, default);
        if (_scanner.AtEnd)
            return false;
        if (char.IsAsciiDigit(_scanner.Current))
            return TryDigits(out value, out place);
        if (_scanner.TakeWord("half an") || _scanner.TakeWord("half a") || _scanner.TakeWord("one half of an"))
            value = new Rational(1, 2);
        else if (_scanner.TakeWord("a quarter of an") || _scanner.TakeWord("one quarter of an"))
            value = new Rational(1, 4);
        else if (_scanner.TakeWord("three-quarters of an") || _scanner.TakeWord("three quarters of an"))
            value = new Rational(3, 4);
        else if (_scanner.TakeWord("an") || _scanner.TakeWord("a"))
            value = 1;
        else if (NumberWords.TryTake(ref _scanner, out var small))
            value = small;
        else
            return false;
        return true;
    }

    private bool TryDigits(out Rational value, out Rational place)
    {
        place = default;
        if (!TakeWhole(out value))
            return false;
        var start = _scanner.Position;
        if (_scanner.AtDecimal() && _scanner.Take("."))
        {
            var digits = _scanner.Position;
            if (!_scanner.TakeNumber(out var part))
                return false;
            place = new Rational(1, BigInteger.Pow(10, _scanner.Position - digits));
            value += part * place;
            return true;
        }

        if (TakeFraction(value, out var fraction))
            value = fraction;
        else if (_scanner.SkipBlanks() && TakeWhole(out var numerator) && TakeFraction(numerator, out fraction) && fraction < 1)
            value += fraction;
        else
            _scanner.Position = start;
        return true;
    }

    // "3/4", and "½" in "1½" or alone.
    private bool TakeFraction(Rational numerator, out Rational fraction)
    {
        var start = _scanner.Position;
        fraction = default;
        foreach (var (sign, value) in new[] { ("½", new Rational(1, 2)), ("¼", new Rational(1, 4)), ("¾", new Rational(3, 4)) })
        {
            if (_scanner.Take(sign))
            {
                fraction = numerator + value;
                return true;
            }
        }

        if (_scanner.Take("/") && _scanner.TakeNumber(out var denominator) && denominator > 0)
        {
            fraction = numerator / denominator;
            return true;
        }

        _scanner.Position = start;
        return false;
    }

    // "90", "1,440"
    private bool TakeWhole(out Rational value)
    {
        value = default;
        if (!_scanner.TakeNumber(out var number))
            return false;
        value = number;
        for (var groups = 0; groups < 3 && _scanner.AtDecimal() && _scanner.Current == ','; groups++)
        {
            var start = _scanner.Position++;
            if (!_scanner.TakeNumber(out var group) || _scanner.Position - start != 4)
            {
                _scanner.Position = start;
                return false;
            }

            value = (value * 1000) + group;
        }

        return true;
    }

    // "an hour and a half"
    private void TakeAndAHalf(ref int length)
    {
        var start = _scanner.Position;
        if (_scanner.SkipBlanks() && _scanner.TakeWord("and a half"))
        {
            if (_last < SecondsInMonth)
                _seconds += _last / 2;
            else
                _months += _last / SecondsInMonth / 2;
            length = _scanner.Position;
            return;
        }

        _scanner.Position = start;
    }
}

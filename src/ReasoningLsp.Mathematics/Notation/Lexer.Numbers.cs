using System.Globalization;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Numbers, and what only looks like one: dates, ordinals, labels of items, hexadecimal numerals.</content>
public sealed partial class Lexer
{
    private const int DateLength = 10;

    private void TakeNumber()
    {
        if (!_math && IsDate())
        {
            Take(TokenKind.Word, _text.Substring(_position, DateLength), DateLength);
            return;
        }

        var (length, value, decimals) = NumberScanner.Scan(_text.AsSpan(0, _end), _position, _options, _math);
        if (length == 0)
        {
            Take(TokenKind.Other, Peek().ToString(), 1);
            return;
        }

        if (!_math && IsLineStart() && Peek(length) is '.' or ')' && char.IsWhiteSpace(Peek(length + 1)) && !_math)
        {
            Take(TokenKind.Break, "item", length + 1);
            return;
        }

        var start = _position;
        var text = _text.Substring(start, length);
        _position += length;
        if (!_math && Peek() is 's' or 'n' or 'r' or 't' && IsOrdinalSuffix())
        {
            Emit(TokenKind.Word, string.Concat(text, _text.AsSpan(_position, 2)), start, length + 2);
            _position += 2;
            return;
        }

        Numbers.Rational? place = null;
        if (TakeExponent() is { } exponent)
        {
            value *= Numbers.Rational.PowerOfTen(exponent);
            place = Numbers.Rational.PowerOfTen(exponent - decimals);
            decimals = Math.Clamp(decimals - exponent, 0, 30);
        }

        _tokens.Add(new Token(TokenKind.Number, text, start, _position - start)
        {
            InMath = _math && !_plain,
            SpaceBefore = _space,
            Nested = _nested > 0,
            Value = value,
            Decimals = decimals,
            Place = place
        });
        _space = false;
    }

    // "2.5e-3"
    private int? TakeExponent()
    {
        if (_math || Peek() is not ('e' or 'E'))
            return null;
        var sign = Peek(1) is '-' or '−' or '+' ? 2 : 1;
        var length = 0;
        while (char.IsAsciiDigit(Peek(sign + length)))
            length++;
        if (length is 0 or > 3 || char.IsLetter(Peek(sign + length)))
            return null;
        var size = int.Parse(_text.AsSpan(_position + sign, length), CultureInfo.InvariantCulture);
        var exponent = Peek(1) is '-' or '−' ? -size : size;
        _position += sign + length;
        return exponent;
    }

    private bool IsOrdinalSuffix()
    {
        if (_position + 2 > _end || (_position + 2 < _end && char.IsLetterOrDigit(_text[_position + 2])))
            return false;
        return _text.AsSpan(_position, 2) is "st" or "nd" or "rd" or "th";
    }

    // 2024-05-01 is a day and no difference.
    private bool IsDate() =>
        _end - _position >= DateLength && _text.AsSpan(_position, DateLength) is var date && date[4] == '-' && date[7] == '-'
        && char.IsAsciiDigit(date[1]) && !char.IsLetterOrDigit(Before()) && !char.IsLetterOrDigit(Peek(DateLength))
        && int.TryParse(date[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(date[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && month is > 0 and <= 12 && day is > 0 and <= 31;

    // Two digits or more, so that "0x5" may still be zero times five.
    private int HexadecimalLength()
    {
        const int Prefix = 2;
        var length = Prefix;
        while (char.IsAsciiHexDigit(Peek(length)))
            length++;
        return length >= Prefix + 2 && !char.IsLetterOrDigit(Peek(length)) && !char.IsLetterOrDigit(Before()) ? length : 0;
    }
}

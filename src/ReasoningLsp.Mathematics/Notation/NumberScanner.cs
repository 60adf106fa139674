using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Reads one number: digits, thousands groups, decimals.</summary>
internal static class NumberScanner
{
    private const int LongestNumber = 400;

    /// <summary>Reads the number that starts at <paramref name="start"/>; its length is 0 where none does.</summary>
    public static (int Length, Rational Value, int Decimals) Scan(ReadOnlySpan<char> text, int start, LexerOptions options, bool inMath)
    {
        var position = start;
        Span<char> digits = stackalloc char[LongestNumber + 2];
        var count = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]) && count < LongestNumber)
            digits[count++] = text[position++];
        // A nought has no thousands behind it: "0{,}125".
        var isNought = count == 1 && digits[0] == '0';
        if (count is > 0 and <= 3 && !isNought)
        {
            var indian = IndianLength(text, position, count, options);
            if (indian > 0)
                TakeDigits(text, ref position, position + indian, digits, ref count);
            else
                TakeGroups(text, ref position, SpacedThousands.Begin(text, start, inMath) ? options with { BlankGroups = true } : options,
                    inMath, digits, ref count);
        }

        var decimals = 0;
        if (PointLength(text, position, options, inMath, isNought) is var point and > 0)
        {
            digits[count++] = '.';
            position += point;
            while (position < text.Length && char.IsAsciiDigit(text[position]) && count <= LongestNumber)
            {
                digits[count++] = text[position++];
                decimals++;
            }
        }

        if (count == 0 || !Rational.TryParseDecimal(digits[..count], out var value))
            return (0, Rational.Zero, 0);
        return (position - start, value, decimals);
    }

    private static void TakeGroups(ReadOnlySpan<char> text, ref int position, LexerOptions options, bool inMath, Span<char> digits,
        ref int count)
    {
        var separator = ReadOnlySpan<char>.Empty;
        while (count < LongestNumber - 3 && GroupLength(text, position, options, inMath) is var skip and > 0)
        {
            // "1 234,567": one number has one separator.
            var next = text.Slice(position, skip);
            if (!separator.IsEmpty && !separator.SequenceEqual(next))
                return;
            separator = next;
            text.Slice(position + skip, 3).CopyTo(digits[count..]);
            count += 3;
            position += skip + 3;
        }
    }

    private static void TakeDigits(ReadOnlySpan<char> text, ref int position, int end, Span<char> digits, ref int count)
    {
        for (; position < end; position++)
        {
            if (char.IsAsciiDigit(text[position]))
                digits[count++] = text[position];
        }
    }

    private static int PointLength(ReadOnlySpan<char> text, int position, LexerOptions options, bool inMath,
        bool isNought)
    {
        var rest = text[position..];
        var length = rest switch
        {
            [',', ..] when options.DecimalComma => 1,
            ['.', ..] when !options.DecimalComma || isNought => 1,
            // TeX writes a decimal comma in braces; three digits after it may be thousands.
            ['{', ',', '}', ..] when inMath && (options.DecimalComma || isNought || DigitsAt(rest, 3) != 3) => 3,
            _ => 0,
        };
        return length > 0 && rest.Length > length && char.IsAsciiDigit(rest[length]) ? length : 0;
    }

    private static int GroupLength(ReadOnlySpan<char> text, int position, LexerOptions options, bool inMath)
    {
        var rest = text[position..];
        var group = options.DecimalComma ? '.' : ',';
        var skip = rest switch
        {
            [var sign, ..] when sign == group || sign is '\u00A0' or '\u2009' or '\u202F' or '\'' or '’' or '˙' => 1,
            [' ', ..] when options.BlankGroups => 1,
            ['{', ',', '}', ..] when inMath && !options.DecimalComma => 3,
            ['\\', ',', ..] or ['\\', '!', ..] when inMath => 2,
            _ => 0,
        };
        if (skip == 1 && inMath && rest.StartsWith(",\\!"))
            skip = 3;
        return skip > 0 && DigitsAt(rest, skip) == 3 ? skip : 0;
    }

    // "1,00,000": groups of two before a last one of three. Length of all that follows the first digits; 0 where it is none.
    private static int IndianLength(ReadOnlySpan<char> text, int position, int first, LexerOptions options)
    {
        if (options.DecimalComma || first > 2)
            return 0;
        var at = position;
        var pairs = 0;
        while (at < text.Length && text[at] == ',' && DigitsAt(text, at + 1) == 2)
        {
            at += 3;
            pairs++;
        }

        return pairs > 0 && at < text.Length && text[at] == ',' && DigitsAt(text, at + 1) == 3 ? at + 4 - position : 0;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var count = 0;
        while (start + count < text.Length && char.IsAsciiDigit(text[start + count]))
            count++;
        return count;
    }
}

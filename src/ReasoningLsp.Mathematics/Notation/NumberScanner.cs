using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Reads one number: digits, thousands groups, decimals.</summary>
internal static class NumberScanner
{
    private const int LongestNumber = 400;

    /// <summary>Reads the number that starts at <paramref name="start"/>; its length is 0 where none does.</summary>
    public static (int Length, Rational Value, int Decimals) Scan(ReadOnlySpan<char> text, int start, bool decimalComma, bool inMath)
    {
        var position = start;
        Span<char> digits = stackalloc char[LongestNumber + 2];
        var count = 0;
        var point = decimalComma ? ',' : '.';
        var group = decimalComma ? '.' : ',';
        while (position < text.Length && char.IsAsciiDigit(text[position]) && count < LongestNumber)
            digits[count++] = text[position++];
        if (count is > 0 and <= 3)
        {
            while (GroupLength(text, position, group, inMath) is var skip and > 0 && count < LongestNumber - 3)
            {
                text.Slice(position + skip, 3).CopyTo(digits[count..]);
                count += 3;
                position += skip + 3;
            }
        }

        var decimals = 0;
        if (position + 1 < text.Length && text[position] == point && char.IsAsciiDigit(text[position + 1]))
        {
            digits[count++] = '.';
            position++;
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

    private static int GroupLength(ReadOnlySpan<char> text, int position, char group, bool inMath)
    {
        var rest = text[position..];
        var skip = rest switch
        {
            [var sign, ..] when sign == group => 1,
            ['{', ',', '}', ..] when inMath => 3,
            ['\\', ',', ..] or ['\\', '!', ..] when inMath => 2,
            _ => 0,
        };
        if (skip == 1 && inMath && rest.StartsWith(",\\!"))
            skip = 3;
        if (skip == 0 || rest.Length < skip + 3)
            return 0;
        for (var i = 0; i < 3; i++)
        {
            if (!char.IsAsciiDigit(rest[skip + i]))
                return 0;
        }

        return rest.Length > skip + 3 && char.IsAsciiDigit(rest[skip + 3]) ? 0 : skip;
    }
}

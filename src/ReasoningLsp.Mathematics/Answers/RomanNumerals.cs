using System.Buffers;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads Roman numerals: <c>XIV</c>.</summary>
internal static class RomanNumerals
{
    private const int Longest = 15;

    private static readonly SearchValues<char> s_letters = SearchValues.Create("IVXLCDM"), s_small = SearchValues.Create("IVX");

    /// <summary>The number; null where the text is none, or may be a product or a figure's side as well: <c>C</c>, <c>CD</c>.</summary>
    public static Rational? Read(string text)
    {
        if (text.Length is < 2 or > Longest || text.AsSpan().ContainsAnyExcept(s_letters)
            || (text.Length == 2 && text.AsSpan().ContainsAnyExcept(s_small)))
            return null;
        var value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var (one, next) = (Value(text[i]), i + 1 < text.Length ? Value(text[i + 1]) : 0);
            value += one < next ? -one : one;
        }

        return value > 0 && Write(value) == text ? value : null;
    }

    private static int Value(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, _ => 1000 };

    private static string Write(int value)
    {
        var written = new System.Text.StringBuilder();
        foreach (var (size, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; value >= size; value -= size)
                written.Append(sign);
        }

        return written.ToString();
    }
}

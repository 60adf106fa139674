using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Analysis;

/// <summary>The numbers of a text as they are written.</summary>
internal static partial class GivenNumbers
{
    /// <summary>Each number between blanks, with a point before the decimals.</summary>
    public static string In(string text) =>
        string.Concat(s_number.Matches(text).Select(match => $" {Plain(match.Value)} ").Distinct(StringComparer.Ordinal));

    /// <summary>The first number of a text; null where it has none.</summary>
    public static Rational? First(string text) =>
        s_number.Match(text) is { Success: true, Value: var number } && Rational.TryParseDecimal(Plain(number), out var value) ? value
            : null;

    /// <summary>A number with a point before its decimals and no zeros at their end.</summary>
    public static string Plain(string number)
    {
        number = number.Replace(',', '.');
        return number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
    }

    private static readonly LinearRegex s_number = new(@"[0-9]{1,9}(?:[.,][0-9]{1,4})?");
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads the commas, points, blanks and marks between digits: they group thousands, or begin the decimals.</summary>
internal static class DigitGroups
{
    private static readonly LinearRegex s_number = new(
        @"^(?<sign>[-+]?\s*)(?<digits>\d[\d., ']*\d)(?<rest>\s*[^\d.,\s].*)?$", RegexOptions.Singleline);
    private static readonly LinearRegex s_commas = new(@"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$");
    private static readonly LinearRegex s_indian = new(@"^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$");
    private static readonly LinearRegex s_points = new(@"^(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+)$");
    private static readonly LinearRegex s_onePoint = new(@"^[1-9]\d{0,2}\.\d{3}$");
    private static readonly LinearRegex s_blanks = new(@"^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$");
    private static readonly LinearRegex s_decimalComma = new(@"^\d+,\d+$");

    /// <summary>
    /// The readings of a text that begins with a number in groups, in plain digits with a decimal point, the certain ones
    /// first; empty where there is nothing to decide.
    /// </summary>
    public static ImmutableArray<(string Text, bool IsCertain)> Readings(string text)
    {
        if (text.Length > 200 || s_number.Match(text) is not { Success: true } match
            || match.Groups["rest"].Value is var rest && rest.TrimStart().StartsWith('/') && rest.Contains(',', StringComparison.Ordinal))
            return [];
        var digits = match.Groups["digits"].Value;
        var behind = AnswerReader.WithoutThousands(rest);
        string With(string number) => match.Groups["sign"].Value.Trim() + number + behind;
        if (s_commas.IsMatch(digits) || s_indian.IsMatch(digits))
        {
            var plain = With(digits.Replace(",", "", StringComparison.Ordinal));
            return digits.Count(c => c == ',') == 1 && !digits.Contains('.', StringComparison.Ordinal) && digits[0] != '0'
                ? [(plain, true), (With(digits.Replace(',', '.')), false)]
                : digits[0] == '0' ? [(With(digits.Replace(',', '.')), true)]
                : [(plain, true)];
        }

        if (s_points.IsMatch(digits))
            return [(With(digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')), true)];
        if (s_blanks.IsMatch(digits))
            return [(With(digits.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace(',', '.')),
                true)];
        if (s_onePoint.IsMatch(digits))
            return [(With(digits), true), (With(digits.Replace(".", "", StringComparison.Ordinal)), false)];
        // "3,5" is a list or a decimal; the list is read where this is.
        return s_decimalComma.IsMatch(digits) ? [(With(digits.Replace(',', '.')), true)] : [];
    }

    /// <summary>The length of a number at <paramref name="at"/> that is grouped as in India, 12,34,567; 0 where none begins.</summary>
    public static int IndianLength(string text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is ',' or '.')))
            return 0;
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == ',' && end + 1 < text.Length
            && char.IsAsciiDigit(text[end + 1]))))
            end++;
        return s_indian.IsMatch(text.AsSpan(at, end - at)) ? end - at : 0;
    }

    /// <summary>Whether the commas of a text may just as well separate: <c>3,5</c>.</summary>
    public static bool MayBeList(string text) =>
        s_number.Match(text) is { Success: true } match && match.Groups["digits"].Value is var digits && s_decimalComma.IsMatch(digits)
        && digits[0] != '0' && !s_commas.IsMatch(digits);
}

using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Numbers as solutions write them: digits, perhaps with a point.</summary>
internal static partial class PlainNumber
{
    private const int MostDecimals = 4;
    private const int LongestWritten = 12;

    /// <summary>Those of a text, as written.</summary>
    public static IEnumerable<Match> In(string text) => Numbers().Matches(text);

    /// <summary>The value of one as written; null where it is none.</summary>
    public static Rational? Of(string written) => Rational.TryParseDecimal(written, out var value) ? value : null;

    /// <summary>How a value is written; null where it would take too many digits.</summary>
    public static string? Written(Rational value)
    {
        for (var digits = 0; digits <= MostDecimals; digits++)
        {
            var written = value.ToDecimalString(digits);
            if (Of(written) == value)
                return written.Length <= LongestWritten ? written : null;
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,_^{\\])\d+(?:\.\d+)?(?![\d_^}]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.RowOperations;

/// <summary>A matrix of numbers as it stands in a text.</summary>
/// <param name="Rows">Its rows, all of one length.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Behind its last unit.</param>
public sealed partial record NumberMatrix(ImmutableArray<ImmutableArray<Rational>> Rows, int Start, int End)
{
    private const int MostMatrices = 40, LongestMatrix = 2_000;
    private static readonly string RowEnd = AnswerNotation.Row.ToString();
    private const string Begin = @"\begin{", Close = @"\end{";

    /// <summary>The matrices of a text in order; null in place of one that holds something else than numbers.</summary>
    public static ImmutableArray<NumberMatrix?> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = ImmutableArray.CreateBuilder<NumberMatrix?>();
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0 && found.Count < MostMatrices;
            at = text.IndexOf(Begin, at, StringComparison.Ordinal))
        {
            var end = EndOf(text, at);
            if (end < 0)
                break;
            var written = end - at <= LongestMatrix ? text[at..end].Replace(@"\\", RowEnd, StringComparison.Ordinal) : string.Empty;
            if (MatrixReader.Split(written) is var (cells, columns) && columns > 0)
                found.Add(Of(cells, columns, at, end));
            at = found is [.., { } last] && last.End == end ? end : at + Begin.Length;
        }

        return found.ToImmutable();
    }

    private static NumberMatrix? Of(ImmutableArray<string> cells, int columns, int start, int end)
    {
        var numbers = cells.Select(Number).ToList();
        return numbers.Contains(null) ? null
            : new NumberMatrix(
                [.. numbers.Select(number => number!.Value).Chunk(columns).Select(row => row.ToImmutableArray())], start, end);
    }

    private static int EndOf(string text, int start)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith(Begin, StringComparison.Ordinal))
                depth++;
            else if (text.AsSpan(at).StartsWith(Close, StringComparison.Ordinal) && --depth == 0)
                return text.IndexOf('}', at) is var close and >= 0 ? close + 1 : -1;
        }

        return -1;
    }

    // Whole numbers and fractions: what is written with a point may be rounded.
    private static Rational? Number(string cell)
    {
        var match = Cell().Match(cell.Trim());
        if (!match.Success)
            return null;
        var top = Rational.TryParseDecimal(match.Groups["top"].Value, out var numerator) ? numerator : Rational.Zero;
        var bottom = match.Groups["bottom"] is { Success: true, Value: var digits } && Rational.TryParseDecimal(digits, out var denominator)
            ? denominator : Rational.One;
        return bottom.IsZero ? null : match.Groups["minus"].Success ? -(top / bottom) : top / bottom;
    }

    [GeneratedRegex(@"^(?<minus>[-−])?\s*(?:\\[dt]?frac\s*\{\s*(?<top>[0-9]{1,9})\s*\}\s*\{\s*(?<bottom>[0-9]{1,9})\s*\}"
        + @"|(?<top>[0-9]{1,9})(?:\s*/\s*(?<bottom>[0-9]{1,9}))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}

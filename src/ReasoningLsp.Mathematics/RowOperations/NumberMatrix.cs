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
    private const string Begin = @"\begin{", Close = @"\end{";
    private static readonly string RowEnd = AnswerNotation.Row.ToString();

    /// <summary>The matrices of a text in order; null in place of one that holds something else than numbers.</summary>
    public static ImmutableArray<NumberMatrix?> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = ImmutableArray.CreateBuilder<NumberMatrix?>();
        foreach (var (start, end) in Environments(text))
        {
            if (found.Count == MostMatrices)
                break;
            var written = end - start <= LongestMatrix ? text[start..end].Replace(@"\\", RowEnd, StringComparison.Ordinal) : string.Empty;
            if (MatrixReader.Split(written) is var (cells, columns) && columns > 0)
                found.Add(Of(cells, columns, start, end));
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

    // In one pass, in the order in which they begin. Behind one that does not end nothing is certain.
    private static IEnumerable<(int Start, int End)> Environments(string text)
    {
        var open = new Stack<int>();
        var closed = new List<(int Start, int End)>();
        for (var at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\\', at + 1))
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith(Begin, StringComparison.Ordinal))
            {
                open.Push(at);
            }
            else if (rest.StartsWith(Close, StringComparison.Ordinal) && open.TryPeek(out var start))
            {
                var brace = text.IndexOf('}', at);
                if (brace < 0)
                    break;
                open.Pop();
                closed.Add((start, brace + 1));
            }
        }

        var firstOpen = open.Count == 0 ? text.Length : open.Min();
        return closed.Where(environment => environment.Start < firstOpen).OrderBy(environment => environment.Start);
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

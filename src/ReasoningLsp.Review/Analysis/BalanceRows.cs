using System.Buffers;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Analysis;

/// <summary>
/// What is done to both sides, noted in a row of its own below the equation as American schools teach it: <c>-4 -4</c> below
/// <c>3x + 4 = 19</c>.
/// </summary>
internal static class BalanceRows
{
    private const int LongestNote = 8, LongestRow = 72;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("+-−–×*·÷/");

    /// <summary>The rows, each without its line break.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        // A row stands below an equation.
        if (!text.Contains('\n', StringComparison.Ordinal) || !text.AsSpan().ContainsAny(s_signs))
            yield break;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (IsRow(text.AsSpan(start, end - start)))
                yield return TextSpan.FromBounds(start, end);
        }
    }

    // The same signed term twice, with room between them and nothing else.
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        var row = line.Trim();
        if (row.Length is < 4 or > LongestRow || !s_signs.Contains(row[0]))
            return false;
        var gap = row.IndexOf("  ");
        if (gap < 0)
            return false;
        var first = row[..gap].ToString().Replace(" ", string.Empty, StringComparison.Ordinal);
        var second = row[gap..].ToString().Replace(" ", string.Empty, StringComparison.Ordinal);
        return first.Length is > 1 and <= LongestNote && first == second && !first.AsSpan(1).ContainsAny(s_signs)
            && first.AsSpan().ContainsAnyInRange('0', '9');
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.RowOperations;

/// <summary>Whether a matrix is what row operations make of another.</summary>
public static class RowReduction
{
    /// <summary>
    /// The first row that is another, with what it should be; null where the matrix may be right. Several operations are done one after
    /// the other or all on the rows as they were: it is wrong only if it is so either way.
    /// </summary>
    public static (int Row, ImmutableArray<Rational> Right)? Refute(
        NumberMatrix before, ImmutableArray<RowOperation> operations, NumberMatrix after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (operations.IsEmpty || before.Rows.Length != after.Rows.Length || before.Rows[0].Length != after.Rows[0].Length
            || operations.Any(operation => operation.Target >= before.Rows.Length
                || operation.Terms.Any(term => term.Row >= before.Rows.Length)))
            return null;
        var together = Apply(before.Rows, operations, isInTurn: false);
        var inTurn = Apply(before.Rows, operations, isInTurn: true);
        return Differs(together, after.Rows) is { } row && Differs(inTurn, after.Rows) is not null ? (row, together[row]) : null;
    }

    private static ImmutableArray<ImmutableArray<Rational>> Apply(
        ImmutableArray<ImmutableArray<Rational>> rows, ImmutableArray<RowOperation> operations, bool isInTurn)
    {
        var result = rows;
        foreach (var operation in operations)
        {
            var source = isInTurn ? result : rows;
            result = result.SetItem(operation.Target, [.. Enumerable.Range(0, rows[0].Length).Select(column =>
                operation.Terms.Aggregate(Rational.Zero, (sum, term) => sum + (term.Factor * source[term.Row][column])))]);
        }

        return result;
    }

    private static int? Differs(ImmutableArray<ImmutableArray<Rational>> expected, ImmutableArray<ImmutableArray<Rational>> stated)
    {
        for (var row = 0; row < expected.Length; row++)
        {
            if (!expected[row].SequenceEqual(stated[row]))
                return row;
        }

        return null;
    }
}

using ReasoningLsp.Mathematics.RowOperations;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>A matrix that is not what the row operations beside it (<c>R_2 \to R_2 - 3R_1</c>) make of the matrix before.</summary>
internal static class ReducedMatrix
{
    /// <summary>Reports under <paramref name="rule"/> the matrices of a step that are another.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var text = context.Analysis.Text;
        if (context.Facts.Traits is { IsCongruent: true } or { HasOtherBase: true } || context.Analysis.HasCases
            || !text.Contains(@"\begin{", StringComparison.Ordinal))
            return;
        var matrices = NumberMatrix.In(text);
        for (var i = 1; i < matrices.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (matrices[i - 1] is { } before && matrices[i] is { } after
                && RowOperation.Between(text[before.End..after.Start]) is { IsEmpty: false } operations
                && RowReduction.Refute(before, operations, after) is var (row, right)
                && ClaimGuard.IsAsserted(StatementReader.Around(text, after.Start, after.End, context.Analysis.Lexicon)))
                Report(context, rule, after, string.Join(", ", operations.Select(operation => operation.Text)), row,
                    $"({string.Join(", ", right)})", $"({string.Join(", ", after.Rows[row])})");
        }
    }

    private static void Report(StepContext context, Rule rule, NumberMatrix matrix, string operations, int row, string right,
        string stated) =>
        context.Report(new Draft(rule, TextSpan.FromBounds(matrix.Start, matrix.End),
            $"{operations} makes row {row + 1} {right}, the step says {stated}.",
            Evidence.Of(("operation", operations), ("row", $"{row + 1}"), ("right", right), ("stated", stated))));
}

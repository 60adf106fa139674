using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>"7 + 2 = 63, 6 + 5 = 66, 8 + 4 = 96": sums of whole numbers in a row none of which is anywhere near; the sign has another
/// meaning.</summary>
internal static class Puzzle
{
    private const int Least = 3;
    private static readonly Rational s_far = 2;

    /// <summary>Whether the calculations of a step are such ones.</summary>
    public static bool Is(ImmutableArray<Statement> statements, Toolbox tools)
    {
        var count = 0;
        Operation? sign = null;
        foreach (var statement in statements)
        {
            if (statement.Chain is not { Signs: ["="], Members: [{ Expression: Call left }, { Expression: NumberLiteral said }] }
                || left.Arguments.Length != 2 || !left.Arguments.All(part => part is NumberLiteral { Value.IsInteger: true }))
                continue;
            if ((sign ??= left.Operation) != left.Operation || tools.Numeric.Equal(left, said).Left?.Exact is not { } truth
                || !IsFar(truth, said.Value))
                return false;
            count++;
        }

        return count >= Least;
    }

    private static bool IsFar(Rational truth, Rational said) =>
        Rational.Abs(said) >= Rational.Abs(truth) * s_far || Rational.Abs(truth) >= Rational.Abs(said) * s_far;
}

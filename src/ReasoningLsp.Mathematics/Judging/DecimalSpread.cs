using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The values that a calculation can have whose decimals are rounded or cut off where they end.</summary>
public static class DecimalSpread
{
    /// <summary>An enclosure of them; null where there is none. Whole numbers and fractions are taken as they stand.</summary>
    public static Interval? Of(Expression expression, Evaluator evaluator) => Of(expression, evaluator, Rational.One, _ => true);

    /// <summary>An enclosure of them where those that <paramref name="isRounded"/> names may be off by <paramref name="places"/> of their
    /// last place; null where there is none.</summary>
    public static Interval? Of(Expression expression, Evaluator evaluator, Rational places, Func<NumberLiteral, bool> isRounded)
    {
        var spread = new Dictionary<string, Value>(StringComparer.Ordinal);
        var widened = ExpressionRewriter.Rewrite(expression, node =>
        {
            if (node is not NumberLiteral { Decimals: > 0 } written || !isRounded(written)
                || evaluator.Arithmetic.From(written.Value - (written.Place * places)) is not { } low
                || evaluator.Arithmetic.From(written.Value + (written.Place * places)) is not { } high)
                return null;
            // No name that a text can give.
            var name = $"#{spread.Count}";
            spread.Add(name, Value.Of(new Real(new Interval(low.Lower, high.Upper))));
            return new Symbol(name);
        });
        return evaluator.Evaluate(widened, spread) is { IsReal: true } value ? value.Re.Range(evaluator.Arithmetic) : null;
    }
}

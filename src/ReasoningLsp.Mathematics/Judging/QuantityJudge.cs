using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges equalities of amounts: units take part in sums, products and quotients, and either side may convert them.</summary>
internal sealed class QuantityJudge(NumericJudge numeric)
{
    // Conversions as people tell them: to a tenth where an average takes part (years, months), nearer between two systems.
    private static readonly Rational s_average = new(1, 10);
    private static readonly Rational s_customary = new(6, 100);

    /// <summary>
    /// The verdict of the readings with units: that it holds in one of them; that it is false in all, each of them being
    /// certain; or null where that is not known.
    /// </summary>
    public Judgment? Judge(Expression left, Expression right)
    {
        if (!QuantityReading.HasUnit(left) && !QuantityReading.HasUnit(right))
            return null;
        Judgment? first = null;
        var certain = true;
        foreach (var (a, b) in QuantityReading.Of(left, right))
        {
            var agree = a.Dimension == b.Dimension;
            if (!agree && !IsWithoutUnit(left, a) && !IsWithoutUnit(right, b))
                continue;
            if (!agree)
            {
                if (HiddenUnits.MayExplain(numeric, left, a, right, b))
                    return Judgment.Unknown;
                continue;
            }

            if (Evaluate(a) is not { } x || Evaluate(b) is not { } y)
                return null;
            var judgment = Compare(left, a, x, right, b, y);
            if (judgment.Holds)
                return judgment;
            certain &= a is { IsCertain: true, Dimension.IsNumber: false } && b.IsCertain && judgment.Verdict == Verdict.Fails;
            first ??= judgment;
        }

        return first is { } failed && certain ? InUnitOf(right, failed) : null;
    }

    private Value? Evaluate(QuantityReading reading) =>
        numeric.Evaluator.Evaluate(reading.Expression, Evaluator.NoSymbols) is { IsReal: true } value ? value : null;

    private static bool IsWithoutUnit(Expression expression, QuantityReading reading) =>
        reading.Dimension.IsNumber && ExpressionInspector.Nodes(expression).OfType<Quantity>()
            .All(quantity => UnitSize.Readings(quantity.Unit)[0] is { IsCertain: true, Dimension.IsNumber: true });

    private Judgment Compare(Expression left, QuantityReading a, Value x, Expression right, QuantityReading b, Value y)
    {
        var judgment = numeric.Equal(a.Expression, x, b.Expression, y);
        if (judgment.Verdict is Verdict.Holds or Verdict.Unknown)
            return judgment;
        var rounded = numeric.Rounded(left, x, right, y);
        if (rounded != Verdict.Fails)
            return new Judgment(rounded, x, y);
        return !a.Dimension.IsNumber && IsCustomary(left, x, right, y) ? new Judgment(Verdict.HoldsRounded, x, y)
            : new Judgment(Verdict.Fails, x, y);
    }

    private bool IsCustomary(Expression left, Value x, Expression right, Value y)
    {
        var sizes = ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>()
            .SelectMany(quantity => UnitSize.Readings(quantity.Unit)).Distinct().ToList();
        var tolerance = sizes.Any(size => size.IsAverage) ? s_average : MixesSystems(sizes) ? s_customary : Rational.Zero;
        if (tolerance.IsZero)
            return false;
        var p = x.Exact ?? x.Re.Range(numeric.Evaluator.Arithmetic)?.Midpoint;
        var q = y.Exact ?? y.Re.Range(numeric.Evaluator.Arithmetic)?.Midpoint;
        return p is { } first && q is { } second
            && Rational.Abs(first - second) <= tolerance * Rational.Max(Rational.Abs(first), Rational.Abs(second));
    }

    // Two sizes of one kind that no power of ten or small whole number tells apart: pounds and kilograms, miles and metres.
    private static bool MixesSystems(List<UnitSize> sizes) => sizes.Any(one => sizes.Any(other =>
        one.Dimension == other.Dimension && !one.Dimension.IsNumber && one.Factor > other.Factor
        && (one.Factor / other.Factor) is { IsInteger: false } ratio && !(ratio * 3600).IsInteger));

    // The left value in the unit in which the right side is written.
    private Judgment InUnitOf(Expression right, Judgment judgment)
    {
        if (right is not Quantity { Unit: var unit } || UnitSize.Readings(unit) is not [{ Factor.IsZero: false } size, ..])
            return judgment;
        return judgment with { Left = Scaled(judgment.Left, size.Factor), Right = Scaled(judgment.Right, size.Factor), Unit = unit };
    }

    private Value? Scaled(Value? value, Rational factor) => value switch
    {
        { Exact: { } exact } => Value.Of(exact / factor),
        { } enclosed when enclosed.Re.Range(numeric.Evaluator.Arithmetic) is { } range
            && numeric.Evaluator.Arithmetic.From(Rational.One / factor) is { } scale
                && numeric.Evaluator.Arithmetic.Multiply(range, scale) is { } scaled => Value.Of(new Real(scaled)),
        _ => null,
    };
}

using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
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
        if (TemperatureJudge.Judge(left, right) is { } temperatures)
            return temperatures;
        Judgment? first = null;
        var certain = true;
        var pairs = QuantityReading.Of(left, right).ToList();
        // Of gallons and cups both are American or both are not; who mixes them converts exactly.
        var hasOwnSystem = pairs.Exists(pair => Agrees(pair) && !pair.MixesSystems);
        foreach (var pair in pairs)
        {
            var (a, b) = (pair.Left, pair.Right);
            if (!Agrees(pair))
            {
                if ((IsWithoutUnit(left, a) || IsWithoutUnit(right, b)) && HiddenUnits.MayExplain(numeric, left, a, right, b))
                    return Judgment.Unknown;
                continue;
            }

            if (Evaluate(a) is not { } x || Evaluate(b) is not { } y)
                return null;
            var judgment = Compare(left, right, pair, x, y, mayBeCustomary: !hasOwnSystem || !pair.MixesSystems);
            if (judgment.Holds)
                return judgment;
            if (pair.AnglesAreNumbers)
                continue;
            certain &= a.IsCertain && b.IsCertain && pair.IsComplete && judgment.Verdict == Verdict.Fails
                && (!a.Dimension.IsNumber || PlainAmount.AreCounts(left, right) || IsRatio(left, right, x, y));
            first ??= judgment;
        }

        return first is { } failed && certain ? InUnitOf(right, failed) : null;
    }

    // "4 L ÷ 250 mL = 12": how often one amount is in the other, more than one off.
    private static bool IsRatio(Expression left, Expression right, Value x, Value y) =>
        right is NumberLiteral && left is Call
        {
            Operation: Operation.Divide,
            Arguments: [Quantity { Value: NumberLiteral } whole, Quantity { Value: NumberLiteral } part]
        } && whole.Unit != part.Unit && x.Exact is { } a && y.Exact is { } b && Rational.Abs(a - b) >= Rational.One;

    private static bool Agrees(QuantityPair pair) => pair.Left.Dimension == pair.Right.Dimension;

    private Value? Evaluate(QuantityReading reading) =>
        numeric.Evaluator.Evaluate(reading.Expression, Evaluator.NoSymbols) is { IsReal: true } value ? value : null;

    private static bool IsWithoutUnit(Expression expression, QuantityReading reading) =>
        reading.Dimension.IsNumber && ExpressionInspector.Nodes(expression).OfType<Quantity>()
            .All(quantity => UnitSize.Readings(quantity.Unit)[0] is { IsCertain: true, Dimension.IsNumber: true });

    private Judgment Compare(Expression left, Expression right, QuantityPair pair, Value x, Value y, bool mayBeCustomary)
    {
        var (a, b) = (pair.Left, pair.Right);
        var judgment = numeric.Equal(a.Expression, x, b.Expression, y);
        if (judgment.Verdict is Verdict.Holds or Verdict.Unknown)
            return judgment;
        var rounded = numeric.Rounded(left, x, right, y);
        if (rounded != Verdict.Fails)
            return new Judgment(rounded, x, y);
        var isCustomary = !a.Dimension.IsNumber && mayBeCustomary && IsCustomary(pair, x, y) && !IsWrongConversion(left, right)
            && !PlainAmount.StatesFactor(left);
        return new Judgment(isCustomary ? Verdict.HoldsRounded : Verdict.Fails, x, y);
    }

    // One amount in another unit is told to the digits that it shows.
    private static bool IsWrongConversion(Expression left, Expression right) =>
        left is Quantity { Value: NumberLiteral value, Unit: var from } && right is Quantity { Value: NumberLiteral stated, Unit: var to }
        && CompoundUnit.TryParse(from, out var source) && CompoundUnit.TryParse(to, out var target)
        && UnitConversion.Compare(new(value.Value, source), new(stated.Value, target)) == QuantityRelation.Different
        && UnitConversion.Compare(new(stated.Value, target), new(value.Value, source)) == QuantityRelation.Different;

    private bool IsCustomary(QuantityPair pair, Value x, Value y)
    {
        var tolerance = pair.MixesAverages ? s_average : pair.MixesSystems ? s_customary : Rational.Zero;
        if (tolerance.IsZero)
            return false;
        var p = x.Exact ?? x.Re.Range(numeric.Evaluator.Arithmetic)?.Midpoint;
        var q = y.Exact ?? y.Re.Range(numeric.Evaluator.Arithmetic)?.Midpoint;
        return p is { } first && q is { } second
            && Rational.Abs(first - second) <= tolerance * Rational.Max(Rational.Abs(first), Rational.Abs(second));
    }

    // The left value in the unit in which the right side is written.
    private Judgment InUnitOf(Expression right, Judgment judgment)
    {
        // "1 h 15 min" is told in minutes.
        if ((right is Call { Operation: Operation.Add } sum && PlainAmount.IsWritten(sum) ? sum.Arguments[^1] : right)
            is not Quantity { Unit: var unit } || SizeLike(unit, judgment) is not { IsZero: false } size)
            return judgment;
        return judgment with { Left = Scaled(judgment.Left, size), Right = Scaled(judgment.Right, size), Unit = unit };
    }

    // Of several sizes of the unit that with which the right side was read.
    private static Rational SizeLike(string unit, Judgment judgment)
    {
        var sizes = UnitSize.Readings(unit);
        return sizes is [var only] || judgment.Right?.Exact is not { } total ? sizes[0].Factor
            : sizes.Select(size => size.Factor).FirstOrDefault(factor => IsShort(total / factor), sizes[0].Factor);
    }

    private static bool IsShort(Rational value) => (value * Rational.PowerOfTen(6)).IsInteger;

    private Value? Scaled(Value? value, Rational factor) => value switch
    {
        { Exact: { } exact } => Value.Of(exact / factor),
        { } enclosed when enclosed.Re.Range(numeric.Evaluator.Arithmetic) is { } range
            && numeric.Evaluator.Arithmetic.From(Rational.One / factor) is { } scale
                && numeric.Evaluator.Arithmetic.Multiply(range, scale) is { } scaled => Value.Of(new Real(scaled)),
        _ => null,
    };
}

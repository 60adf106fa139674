using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares numbers with units: converted where both have one, as numbers where one of them has none.</summary>
internal sealed class MeasureComparer(ValueComparer values)
{
    // What one unit is of another of the same kind, beside powers of ten.
    private static readonly ImmutableArray<Rational> s_factors = [60, 3600, 24, 86_400, 1440, 7, 12, 36, 3, 16, new(18, 5), 30, 365, 52, 4,
        100];

    private static CompoundUnit Radian { get; } = CompoundUnit.Readings("rad", out _)[0];

    /// <summary>Whether the measures are the same.</summary>
    public bool? Compare(Answer.Measure gold, Answer.Measure pred, AnswerOptions options)
    {
        var same = values.Compare(gold.Number.Readings, pred.Number.Readings, options);
        if (gold.Units.IsEmpty || pred.Units.IsEmpty)
        {
            if (!(gold.Units.IsEmpty && pred.Units.IsEmpty))
                return CompareCounts(gold, pred, options) == true ? true : same == true ? null : same;
            return same == true && WordComparer.Compare(gold.Noun, pred.Noun) != true && !AreForms(gold.Noun, pred.Noun) ? null : same;
        }

        bool? result = false;
        // An ounce of weight is no fluid ounce: what only one of them says in so many words is not known of the other.
        var isOpen = gold.Noun != pred.Noun && AreOfSeveralKinds(gold.Units) != AreOfSeveralKinds(pred.Units);
        foreach (var from in gold.Units)
        {
            foreach (var to in pred.Units)
            {
                var one = Compare(gold.Number.Readings, from, pred.Number.Readings, to, same, options);
                if (one == true)
                    return (isOpen && !(from == gold.Units[0] && to == pred.Units[0]))
                        || ByCustomAlone(gold.Number.Readings, from, pred.Number.Readings, to, options) ? null : true;
                result = one is null ? null : result;
            }
        }

        return result;
    }

    private static bool AreOfSeveralKinds(ImmutableArray<CompoundUnit> units) =>
        units.Select(unit => unit.Dimension).Distinct().Skip(1).Any();

    // A kB is 1000 bytes, and 1024 by custom; a KiB is 1024.
    private bool ByCustomAlone(ImmutableArray<Expression> left, CompoundUnit from, ImmutableArray<Expression> right, CompoundUnit to,
        AnswerOptions options) =>
        from.Dimension == Dimension.Of(BaseQuantity.Data) && to.Dimension == from.Dimension && from.Factor != to.Factor
        && values.Compare(Times(left, from.Factor / to.Factor), right, options) != true
        && values.Compare(left, Times(right, to.Factor / from.Factor), options) != true;

    // "6 dozen" beside "72 eggs"
    private bool? CompareCounts(Answer.Measure gold, Answer.Measure pred, AnswerOptions options) =>
        (gold.Units.IsEmpty ? pred : gold).Units is [{ Dimension.IsNumber: true, Factor: { IsInteger: true } factor }]
            ? gold.Units.IsEmpty ? values.Compare(gold.Number.Readings, Times(pred.Number.Readings, factor), options)
                : values.Compare(Times(gold.Number.Readings, factor), pred.Number.Readings, options)
            : null;

    /// <summary>Whether a measure is the number that is given without a unit; null where it would be one in another unit.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="number">The number.</param>
    /// <param name="options">How closely they must agree.</param>
    /// <param name="isGold">Whether the measure is the reference.</param>
    public bool? CompareBare(Answer.Measure measure, ImmutableArray<Expression> number, AnswerOptions options, bool isGold)
    {
        // 1° is no radian: a sign that measures is a unit.
        if (number.Any(IsDegrees) && measure.Units.Any(unit => unit.Equals(Radian)))
            return values.CompareExactly(measure.Number.Readings, number, options);
        // $20 is no 20 %.
        if (number is [Call { Operation: Operation.Percent }, ..] && !measure.Units.IsEmpty)
            return null;
        var same = isGold ? values.Compare(measure.Number.Readings, number, options)
            : values.Compare(number, measure.Number.Readings, options);
        if (same != false)
            return same;
        if (measure.Units.IsEmpty)
            return false;
        return values.Exact(measure.Number.Readings[0]) is { Sign: not 0 } a && values.Exact(number[0]) is { Sign: not 0 } b
            ? IsConversion(a / b) ? null : false : false;
    }

    private static bool IsDegrees(Expression number) =>
        ExpressionInspector.Nodes(number).Any(node => node is Call { Operation: Operation.Degrees });

    private bool? Compare(ImmutableArray<Expression> left, CompoundUnit from, ImmutableArray<Expression> right, CompoundUnit to, bool? same,
        AnswerOptions options)
    {
        if (from.Dimension != to.Dimension)
            return IsLetter(from, to) ? null : false;
        if (from.Factor == to.Factor && from.Offset == to.Offset)
            return same;
        if (from.Approximate || to.Approximate || !from.Offset.IsZero || !to.Offset.IsZero)
            return Customary(left, from, right, to);
        bool? result = false;
        foreach (var factor in from.Factors().SelectMany(_ => to.Factors(), (above, below) => above / below).Distinct())
        {
            // Either may be the rounded one.
            var there = values.Compare(Times(left, factor), right, options);
            if (there == true || values.Compare(left, Times(right, Rational.One / factor), options) is var back && back == true)
                return true;
            result = there == false && back == false && !MayBeRounded(left[0], right[0], factor) ? result : null;
        }

        return result;
    }

    // "60 mph" and "97 km/h": what no whole number of units makes may be rounded to one.
    private bool MayBeRounded(Expression left, Expression right, Rational factor) =>
        !factor.IsInteger && !(Rational.One / factor).IsInteger && values.Exact(left) is { } a && values.Exact(right) is { } b
        && ((right is NumberLiteral && Rounds(b, a * factor)) || (left is NumberLiteral && Rounds(a, b / factor)));

    // To within a half, and a fiftieth: a few units are no rounded number of others.
    private static bool Rounds(Rational whole, Rational exact) => whole.IsInteger
        && Rational.Abs(whole - exact) is var distance && distance * 2 <= Rational.One && distance * 50 <= Rational.Abs(whole);

    // Months, years and temperatures: different only where no custom makes them equal.
    private bool? Customary(ImmutableArray<Expression> left, CompoundUnit from, ImmutableArray<Expression> right, CompoundUnit to)
    {
        if (values.Exact(left[0]) is not { } a || values.Exact(right[0]) is not { } b)
            return null;
        var (one, other) = (new Units.Quantity(a, from), new Units.Quantity(b, to));
        // 20 °C is 20 K as a difference alone.
        if (from.Offset != to.Offset && one.ConvertTo(to)?.Value != b && (a * from.Factor) == (b * to.Factor))
            return null;
        return (UnitConversion.Compare(one, other), UnitConversion.Compare(other, one)) switch
        {
            (QuantityRelation.Equal, _) or (_, QuantityRelation.Equal) => true,
            (QuantityRelation.Different, QuantityRelation.Different) => false,
            _ => null,
        };
    }

    // A power of ten keeps the digits as they are written: 13.5 kJ rounds no 13501 J, as 2.33 h rounds 140 min.
    private static ImmutableArray<Expression> Times(ImmutableArray<Expression> readings, Rational factor) =>
        [.. readings.Select(value => value is NumberLiteral written && (IsPowerOfTen(factor) || IsPowerOfTen(Rational.One / factor))
            ? Shifted(written, factor) : (Expression)Call.Of(Operation.Multiply, value, new NumberLiteral(factor)))];

    private static NumberLiteral Shifted(NumberLiteral written, Rational factor)
    {
        var place = written.Place * factor;
        var decimals = 0;
        for (var size = place; size < Rational.One; size *= 10)
            decimals++;
        return new NumberLiteral(written.Value * factor, decimals) { Place = place };
    }

    // "12 m" may mean minutes.
    private static bool IsLetter(CompoundUnit left, CompoundUnit right) =>
        (left.Terms is [{ Unit.Name: "metre" }] && right.Terms is [{ Unit.Name: "minute" }])
        || (right.Terms is [{ Unit.Name: "metre" }] && left.Terms is [{ Unit.Name: "minute" }]);

    private static bool AreForms(string left, string right) =>
        left.StartsWith(right, StringComparison.OrdinalIgnoreCase) || right.StartsWith(left, StringComparison.OrdinalIgnoreCase);

    private static bool IsConversion(Rational ratio)
    {
        if (ratio.Sign < 0)
            return false;
        if (ratio < Rational.One)
            ratio = Rational.One / ratio;
        return s_factors.Contains(ratio) || s_factors.Any(factor => IsPowerOfTen(ratio / factor) && ratio != factor) || IsPowerOfTen(ratio);
    }

    private static bool IsPowerOfTen(Rational value)
    {
        if (!value.IsInteger)
            return false;
        for (var left = 30; left > 0 && value > Rational.One; left--)
        {
            value /= 10;
            if (!value.IsInteger)
                return false;
        }

        return value == Rational.One;
    }
}

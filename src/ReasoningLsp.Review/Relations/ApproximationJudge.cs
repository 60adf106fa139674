using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using ReasoningLsp.Review.Analysis;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Relations;

/// <summary>Judges "a ≈ b": wrong only where the two are too far apart for any rounding or estimate.</summary>
internal static class ApproximationJudge
{
    private static readonly Rational s_farApart = new(1, 10);
    private static readonly Rational s_digitsClaimed = 100;
    private static readonly Rational s_lastPlaces = 5;
    private static readonly Rational s_share = 2000;

    public static Judgment Judge(Toolbox tools, Statement statement, Member left, Member right, ParserOptions options)
    {
        var judgment = tools.Links.Judge(statement.Tokens, left, right, options);
        if (judgment.Verdict != Verdict.Fails)
            return judgment;
        if (judgment.Left is not { IsReal: true } a || judgment.Right is not { IsReal: true } b || Middle(tools, a) is not { } x
            || Middle(tools, b) is not { } y)
            return judgment.Doubted(DoubtKind.Meaning, "one of the sides has no real value");
        // "7 billion / 80 ≈ 90 million": in unlike units the numbers alone say nothing.
        if (judgment.Unit is null && UnitsOf(left.Expression!).Concat(UnitsOf(right.Expression!)).Select(quantity => quantity.Unit)
            .Distinct(StringComparer.Ordinal).Skip(1).Any())
            return judgment.Doubted(DoubtKind.Units, "its amounts are in unlike units");
        // "2,960,000 ≈ 3 million": a multiple in words is a number, and no unit.
        if (judgment.Unit is null)
            (x, y) = (x * Multiple(left.Expression!), y * Multiple(right.Expression!));
        // "∫ x² dx ≈ ½(0 + 1)", "ln 2 ≈ 1 − ½ + ⅓": a method or the first terms of a series, which may be far off.
        if (!ExpressionInspector.IsLiteral(right.Expression!) && (Mathematics.Symbolic.OperatorReducer.HasOperators(left.Expression!)
            || judgment.Left?.Exact is null))
            return judgment.Doubted(DoubtKind.Rounding, "it may be a method of approximation, or the first terms of a series");
        var size = Rational.Abs(x) > Rational.Abs(y) ? Rational.Abs(x) : Rational.Abs(y);
        var distance = Rational.Abs(x - y);
        var unit = ExpressionInspector.Literal(right.Expression!) is { } shown ? ClaimedPlace(shown, y) : Rational.Zero;
        if (distance <= unit)
            return judgment with { Verdict = Verdict.HoldsRounded };
        // "6 × 10⁸ ≈ 10⁹" tells the order of magnitude only.
        if (IsPowerOfTen(right.Expression!) && y.Sign == x.Sign && Rational.Abs(x) <= Rational.Abs(y) * 10
            && Rational.Abs(y) <= Rational.Abs(x) * 10)
            return judgment with { Verdict = Verdict.Unknown };
        return (distance > size * s_farApart || (judgment.Unit is not null
                && IsBeyondFactor(left.Expression!, right.Expression!, distance, size, unit))
            || IsBeyondDigits(tools, left.Expression!, right.Expression!, y)
            || IsMiscalculated(left.Expression!, right.Expression!, distance, size, unit))
            && ClaimGuard.IsAsserted(statement) ? judgment : judgment.Doubted(DoubtKind.Rounding, "an estimate may be as far off as this");
    }

    // "160/3 ≈ 53.6": no number that the decimals on the left may be the rounding of gives the digits shown.
    private static bool IsBeyondDigits(Toolbox tools, Expression left, Expression right, Rational shown)
    {
        if (ExpressionInspector.Literal(right) is not { Decimals: > 0, Value.IsZero: false } literal || left is not (Call or Quantity)
            || ExpressionInspector.IsLiteral(left)
            || UnitsOf(left).Append(right as Quantity).OfType<Quantity>().Select(quantity => quantity.Unit).Distinct().Skip(1).Any())
            return false;
        if (DecimalSpread.Of(left, tools.Numeric.Evaluator) is not { } range)
            return false;
        var place = literal.Place * Rational.Abs(shown / literal.Value);
        return range.Low > shown + place || range.High < shown - place;
    }

    // "42.195 km ÷ 1.609344 km/mi ≈ 26.4 mi": the conversion is written out, and its digits do not give those that are shown.
    private static bool IsBeyondFactor(Expression left, Expression right, Rational distance, Rational size, Rational unit)
    {
        if (ExpressionInspector.Literal(right) is not { Decimals: > 0 } || !PlainAmount.StatesFactor(left))
            return false;
        var doubt = ExpressionInspector.Nodes(left).OfType<NumberLiteral>()
            .Where(literal => literal is { Decimals: > 0, Value.IsZero: false })
            .Aggregate(Rational.Zero, (sum, literal) => sum + (literal.Place / Rational.Abs(literal.Value)));
        return distance > unit + (size * doubt * 2);
    }

    private static IEnumerable<Quantity> UnitsOf(Expression expression) => ExpressionInspector.Nodes(expression).OfType<Quantity>();

    // "3.14159 × 9,801 ≈ 30,816.4": digits are claimed that no rounding of what is multiplied could have changed.
    private static bool IsMiscalculated(Expression left, Expression right, Rational distance, Rational size, Rational unit)
    {
        if (ExpressionInspector.IsLiteral(left) || unit.IsZero || size < unit * s_digitsClaimed || distance <= unit * s_lastPlaces
            || distance * s_share <= size)
            return false;
        var doubt = Rational.Zero;
        var subtracts = false;
        foreach (var node in ExpressionInspector.Nodes(left))
        {
            if (node is Call { Operation: not (Operation.Add or Operation.Negate or Operation.Multiply or Operation.Divide) })
                return false;
            subtracts |= node is Call { Operation: Operation.Negate };
            if (node is NumberLiteral { Decimals: > 0, Value.IsZero: false } literal)
                doubt += literal.Place / Rational.Abs(literal.Value);
        }

        // A difference of rounded numbers may have no digit in common with that of the true ones.
        return !(subtracts && doubt.Sign > 0) && distance > size * doubt * 2;
    }

    // Zeros at the end of a whole number claim nothing: "729636 ÷ 120 ≈ 6000".
    private static Rational ClaimedPlace(NumberLiteral shown, Rational value)
    {
        var place = shown.Place;
        for (var rest = shown.Value; rest is { IsInteger: true, IsZero: false } && (rest / 10).IsInteger
            && shown.Place == Rational.One; rest /= 10)
            place *= 10;
        return shown.Value.IsZero ? place : place * Rational.Abs(value / shown.Value);
    }

    private static bool IsPowerOfTen(Expression expression) => expression switch
    {
        Quantity quantity => IsPowerOfTen(quantity.Value),
        Call { Operation: Operation.Power } power => power.Arguments[0] is NumberLiteral { Value: var ten } && ten == 10,
        _ => false,
    };

    private static Rational Multiple(Expression side) =>
        side is Quantity { Unit: var unit } ? Multiples.Leading(unit).Multiple : Rational.One;

    private static Rational? Middle(Toolbox tools, Value value) =>
        value.Exact ?? value.Re.Range(tools.Numeric.Evaluator.Arithmetic)?.Midpoint;
}

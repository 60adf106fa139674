using System.Numerics;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Compares the values of two closed expressions; "fails" only where the enclosures are disjoint.</summary>
public sealed class NumericJudge
{
    // More decimals are those of a computer.
    private static readonly Rational s_shortest = Rational.PowerOfTen(-6);

    // No two numbers that anyone writes down as different lie closer together.
    private static readonly Rational s_leastApart = new(1, BigInteger.One << 100);

    private readonly Evaluator _fast = new(96);
    private readonly Evaluator _fine = new(400);
    private readonly OperatorReducer _reducer;

    /// <summary>A judge.</summary>
    public NumericJudge() => _reducer = new(_fast);

    /// <summary>The evaluator for values that are shown.</summary>
    public Evaluator Evaluator => _fast;

    /// <summary>Whether <paramref name="left"/> = <paramref name="right"/> in this one reading.</summary>
    public Judgment Equal(Expression left, Expression right)
    {
        (left, right) = (Reduce(left), Reduce(right));
        if (ValueOf(left) is not { } a || ValueOf(right) is not { } b)
            return Judgment.Unknown;
        return Equal(left, a, right, b);
    }

    /// <summary>The expression with its derivatives, integrals, limits, sums and determinants carried out, as far as that is
    /// possible.</summary>
    public Expression Reduce(Expression expression) => _reducer.Reduce(expression);

    // An integral that has no closed form is enclosed.
    private Value? ValueOf(Expression expression) => _fast.Evaluate(expression, Evaluator.NoSymbols)
        ?? (_reducer.Bounds(expression) is { } bounds ? Value.Of(new Real(bounds)) : null);

    /// <summary>Whether two values are equal, the expressions telling how many digits are shown.</summary>
    public Judgment Equal(Expression left, Value a, Expression right, Value b)
    {
        var same = Same(left, a, right, b);
        if (same is null)
            return new Judgment(Verdict.Unknown, a, b);
        if (same.Value)
            return new Judgment(Verdict.Holds, a, b);
        if (!a.IsReal || !b.IsReal)
            return new Judgment(Verdict.Fails, a, b);
        return new Judgment(Rounded(left, a, right, b), a, b);
    }

    /// <summary>
    /// Whether two values that are not the same are so once the digits of one of them are taken as rounded; the expressions
    /// tell how many digits are shown, in whatever units the values are.
    /// </summary>
    public Verdict Rounded(Expression left, Value a, Expression right, Value b)
    {
        var rounded = Rounds(a, left, right, b, isResult: true);
        if (rounded == Verdict.Fails)
            rounded = Rounds(b, right, left, a, isResult: false);
        return rounded == Verdict.Fails && RoundedParts.MayExplain(left, a, right, b, _fast) ? Verdict.HoldsRounded : rounded;
    }

    /// <summary>-1, 0 or 1 as the value of <paramref name="left"/> is less, equal or greater; null where unknown.</summary>
    public int? Compare(Expression left, Expression right)
    {
        if (_fast.Evaluate(left, Evaluator.NoSymbols) is not { IsReal: true } a
            || _fast.Evaluate(right, Evaluator.NoSymbols) is not { IsReal: true } b)
            return null;
        return Same(left, a, right, b) switch
        {
            null => null,
            true => 0,
            false => Order(a.Re, b.Re),
        };
    }

    private int? Order(Real a, Real b)
    {
        if (a.Exact is { } x && b.Exact is { } y)
            return x.CompareTo(y);
        if (a.Range(_fast.Arithmetic) is not { } p || b.Range(_fast.Arithmetic) is not { } q)
            return null;
        return p.Disjoint(q) ? (p.High < q.Low ? -1 : 1) : null;
    }

    // True: equal to all digits computed. False: proven different. Null: cannot tell.
    private bool? Same(Expression left, Value a, Expression right, Value b)
    {
        if (a.Exact is { } x && b.Exact is { } y)
            return x == y;
        if (a.IsDisjointFrom(b, _fast.Arithmetic))
            return false;
        if (_fine.Evaluate(left, Evaluator.NoSymbols) is not { } fineA || _fine.Evaluate(right, Evaluator.NoSymbols) is not { } fineB)
            return null;
        if (fineA.IsDisjointFrom(fineB, _fine.Arithmetic))
            return false;
        return IsNarrow(fineA, _fine.Arithmetic) && IsNarrow(fineB, _fine.Arithmetic) ? true : null;
    }

    private static bool IsNarrow(Value value, IntervalArithmetic arithmetic) =>
        IsNarrow(value.Re, arithmetic) && IsNarrow(value.Im, arithmetic);

    private static bool IsNarrow(Real value, IntervalArithmetic arithmetic)
    {
        if (!value.IsEnclosed)
            return true;
        if (value.Range(arithmetic) is not { } range)
            return false;
        var tiny = new Rational(1, BigInteger.One << 200);
        var size = Rational.Abs(range.Midpoint);
        // Of numbers beyond 2^300 the digits computed leave the units open: 9999! is not 9999! + 1.
        return range.Width <= tiny * (size > Rational.One ? size : Rational.One) && range.Width <= s_leastApart;
    }

    /// <summary>How the true value <paramref name="truth"/> of <paramref name="source"/> relates to the digits that
    /// <paramref name="shown"/> writes.</summary>
    private Verdict Rounds(Value truth, Expression source, Expression shown, Value shownValue, bool isResult)
    {
        if (shownValue.Exact is not { } written)
            return truth.IsReal ? RoundsEnclosed(truth, shown, shownValue) : Verdict.Fails;
        if (ShownDigits.LastPlace(shown, written) is not { } unit)
            return isResult ? WholeRounds(truth, source, shown, written) : Verdict.Fails;
        var exact = truth.Re;
        if (exact.Range(_fast.Arithmetic) is not { } range)
            return Verdict.Unknown;
        var low = exact.Exact ?? range.Low;
        var high = exact.Exact ?? range.High;
        var distance = Rational.Max(Rational.Abs(low - written), Rational.Abs(high - written));
        var nearest = exact.Exact is { } e ? Rational.Abs(e - written)
            : low <= written && written <= high ? Rational.Zero : Rational.Min(Rational.Abs(low - written), Rational.Abs(high - written));
        if (distance * 2 <= unit)
            return Verdict.HoldsRounded;
        if (nearest * 2 <= unit)
            return Verdict.Unknown;
        if (nearest >= unit)
            return Verdict.Fails;
        // "6.01 = 6.1": a value that is short enough to be written is not rounded upwards by more than a half.
        if (exact.Exact is { } ends && Rational.Abs(written) > Rational.Abs(ends) && unit >= s_shortest && (ends * 100 / unit).IsInteger)
            return Verdict.Fails;
        if (distance < unit)
            return Verdict.HoldsTruncated;
        // A whole unit off as far as the enclosure tells: cos 60° = 0.6. Nothing is cut off upwards.
        return (low > written && written.Sign >= 0) || (high < written && written.Sign <= 0) ? Verdict.Unknown : Verdict.Fails;
    }

    // "137/(2π) = 22", "82.3 · 4.1 = 337": to whole numbers, where that changes little; cut off only from three digits on.
    private Verdict WholeRounds(Value truth, Expression source, Expression shown, Rational written)
    {
        if (ShownDigits.WholePlace(shown, written, source, truth, _fast.Arithmetic) is not { } unit
            || truth.Re.Range(_fast.Arithmetic) is not { } range)
            return Verdict.Fails;
        var value = truth.Exact ?? range.Midpoint;
        var distance = Rational.Abs(value - written);
        // "495 × 0.90 = 450" of 445.5: rounded to as many digits as 0.90 has, or a slip.
        if (distance * 2 <= unit && distance * 20 <= Rational.Abs(value))
            return unit > Rational.One && ShownDigits.MayBePrices(source) ? Verdict.Unknown : Verdict.HoldsRounded;
        return distance < unit && distance * 100 <= Rational.Abs(value) && Rational.Abs(written) < Rational.Abs(value)
            ? Verdict.HoldsTruncated : Verdict.Fails;
    }

    // "sin⁻¹(0.48) = 28.7°": the digits are those of a number of degrees, whose value is irrational.
    private Verdict RoundsEnclosed(Value truth, Expression shown, Value shownValue)
    {
        if (ExpressionInspector.Literal(shown) is not { Value: { IsZero: false } written } literal
            || truth.Re.Range(_fast.Arithmetic) is not { } range || shownValue.Re.Range(_fast.Arithmetic) is not { } scale)
            return Verdict.Fails;
        var number = range.Midpoint / (scale.Midpoint / written);
        if (literal.Decimals == 0 && Rational.Abs(number) < Rational.One)
            return Verdict.Fails;
        var distance = Rational.Abs(number - written);
        return distance * 2 <= literal.Place ? Verdict.HoldsRounded : distance < literal.Place ? Verdict.HoldsTruncated : Verdict.Fails;
    }
}

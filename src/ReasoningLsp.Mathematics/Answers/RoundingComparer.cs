using System.Numerics;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>
/// Compares two numbers that are not equal: whether one is the other to the digits that it shows. The reference sets the
/// digits: an exact answer that rounds to a reference of three digits or more is right, any answer of six digits that
/// rounds the reference is; a shorter rounding proves nothing.
/// </summary>
internal static class RoundingComparer
{
    // From so many digits on, agreement is no chance.
    private const int EnoughDigits = 6;

    // From so many digits on, the reference says how closely it is to be met.
    private const int DigitsOfReference = 3;

    /// <summary>True: the same to the digits that count; false: proven different; null: one may round the other.</summary>
    public static bool? Compare(Expression gold, Value a, Expression pred, Value b, int? precision, bool isOpen,
        IntervalArithmetic arithmetic)
    {
        if (Middle(a.Re, arithmetic) is not { } x || Middle(b.Re, arithmetic) is not { } y || Middle(a.Im, arithmetic) is not { } u
            || Middle(b.Im, arithmetic) is not { } v)
            return null;
        if (precision is { } digits)
            return Near(x, y, digits) && Near(u, v, digits);
        if (isOpen)
            return null;
        if (!a.IsReal || !b.IsReal)
            return Rational.Abs(x - y) + Rational.Abs(u - v) <= (Rational.Abs(x) + Rational.Abs(u)) / 100 ? null : false;
        var distance = Rational.Abs(x - y);
        return (WrittenDigits.Of(gold), WrittenDigits.Of(pred)) switch
        {
            ({ } shown, null) => Rounds(distance, shown, y, x) is { } rounds
                ? rounds && shown.Significant >= DigitsOfReference && pred is not NumberLiteral ? true : null : false,
            (null, { } shown) => Rounds(distance, shown, x, y) is { } rounds ? rounds && shown.Significant >= EnoughDigits ? true : null
                : false,
            ({ } left, { } right) => Both(distance, left, x, right, y),
            // "67%" may round two thirds.
            _ => IsWholePercent(gold) != IsWholePercent(pred) && distance * 200 <= Rational.One ? null : false,
        };
    }

    private static bool IsWholePercent(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate } call => IsWholePercent(call.Arguments[0]),
        Call { Operation: Operation.Percent } call => call.Arguments[0] is NumberLiteral { Decimals: 0 },
        _ => false,
    };

    // Both shown: the shorter may round the longer; of two that end at the same place, a unit there may be rounding if it is a small one.
    private static bool? Both(Rational distance, WrittenDigits left, Rational x, WrittenDigits right, Rational y)
    {
        if (left.Unit == right.Unit)
            return distance <= left.Unit && left.Decimals >= DigitsOfReference && left.Significant >= DigitsOfReference ? null : false;
        var (shorter, longer, value) = left.Unit > right.Unit ? (left, y, x) : (right, x, y);
        return Rounds(distance, shorter, longer, value) is { } rounds ? rounds && shorter.Significant >= EnoughDigits ? true : null : false;
    }

    // True: rounded; false: cut off; null: neither.
    private static bool? Rounds(Rational distance, WrittenDigits shown, Rational exact, Rational written)
    {
        if (shown.Significant == 0)
            return null;
        if (distance * 2 <= shown.Unit)
            return true;
        return distance < shown.Unit && Rational.Abs(written) < Rational.Abs(exact) ? false : null;
    }

    // To so many decimals, and to so many digits where the numbers are small.
    private static bool Near(Rational x, Rational y, int digits)
    {
        var precision = Math.Clamp(digits, 0, 30);
        var tolerance = new Rational(1, BigInteger.Pow(10, precision));
        var size = Rational.Max(Rational.Abs(x), Rational.Abs(y));
        if (size < tolerance)
            return Rational.Abs(x - y) * 2 <= tolerance * size;
        return Rational.Abs(x - y) * 2 <= tolerance || x.Round(precision) == y.Round(precision);
    }

    private static Rational? Middle(Real real, IntervalArithmetic arithmetic) => real.Exact ?? real.Range(arithmetic)?.Midpoint;
}

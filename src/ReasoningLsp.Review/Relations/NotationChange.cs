using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>Tells one number written in another notation, which is a calculation, from a number that names an amount: "6.4e5 = 640000",
/// "8 5/8 = 69/8", "0.45 = 45%", and not "20 = 40%".</summary>
internal static class NotationChange
{
    private const int MostZeros = 40;

    private static readonly Rational s_near = new(5, 4);

    /// <summary>Whether the sides are one number in two notations, so nearly that a slip makes the difference.</summary>
    public static bool Is(ImmutableArray<Token> tokens, Member left, Member right)
    {
        if (Value(left.Expression!) is not { Sign: > 0 } a || Value(right.Expression!) is not { Sign: > 0 } b)
            return false;
        if (HasExponent(tokens, left) && right.Expression is NumberLiteral)
            return true;
        var ratio = a > b ? a / b : b / a;
        if (left.Expression is NumberLiteral && IsScientific(right.Expression!))
            return ratio.IsPowerOfTen;
        if (left.Expression is Call { Operation: Operation.Percent } && right.Expression is Call { Operation: Operation.Divide })
            return ratio < s_near * s_near;
        if (left.Expression is NumberLiteral { Decimals: > 0 } && PercentSign.OccursIn(right.Expression!))
            return ratio < s_near || ratio == 10 || ratio == 100;
        if (left.Expression is NumberLiteral { Decimals: > 0 } shown && right.Expression is Call { Operation: Operation.Divide })
            return ratio < s_near * s_near && Rational.Abs(a - b) > shown.Place;
        return ratio < 2 && left.Expression is NumberLiteral { Value.IsInteger: false, Decimals: 0 }
            && left.EndToken - left.FirstToken > 1 && right.Expression is Call { Operation: Operation.Divide };
    }

    // The value of a number, a percentage, or a fraction of whole numbers.
    private static Rational? Value(Expression expression) => expression switch
    {
        NumberLiteral number => number.Value,
        Call { Operation: Operation.Percent, Arguments: [NumberLiteral number] } => number.Value / 100,
        Call { Operation: Operation.Divide, Arguments: [NumberLiteral top, NumberLiteral { Value.IsZero: false } bottom] } =>
            top.Value / bottom.Value,
        Call { Operation: Operation.Multiply, Arguments: [NumberLiteral digits, var power] } when Zeros(power) is { } zeros =>
            digits.Value * Rational.PowerOfTen(zeros),
        _ => null,
    };

    // 4.5 × 10⁻⁵
    private static bool IsScientific(Expression expression) =>
        expression is Call { Operation: Operation.Multiply, Arguments: [NumberLiteral, var power] } && Zeros(power) is not null;

    // The exponent of a power of ten.
    private static int? Zeros(Expression power)
    {
        if (power is not Call { Operation: Operation.Power, Arguments: [NumberLiteral { Value: var ten }, var exponent] } || ten != 10)
            return null;
        var isNegative = exponent is Call { Operation: Operation.Negate };
        return (isNegative ? ((Call)exponent).Arguments[0] : exponent) is NumberLiteral { Value: { IsInteger: true } zeros }
            && Rational.Abs(zeros) < MostZeros ? (isNegative ? -1 : 1) * (int)zeros.Numerator : null;
    }

    private static bool HasExponent(ImmutableArray<Token> tokens, Member member) => member.EndToken - member.FirstToken == 1
        && tokens[member.FirstToken] is { Kind: TokenKind.Number, Place: not null };
}

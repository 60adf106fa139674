using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>Tells one number written in another notation, which is a calculation, from a number that names an amount: "6.4e5 = 640000",
/// "8 5/8 = 69/8", "0.45 = 45%", and not "20 = 40%".</summary>
internal static class NotationChange
{
    private static readonly Rational s_near = new(5, 4);

    /// <summary>Whether the sides are one number in two notations, so nearly that a slip makes the difference.</summary>
    public static bool Is(ImmutableArray<Token> tokens, Member left, Member right)
    {
        if (Value(left.Expression!) is not { Sign: > 0 } a || Value(right.Expression!) is not { Sign: > 0 } b)
            return false;
        if (HasExponent(tokens, left) && right.Expression is NumberLiteral)
            return true;
        var ratio = a > b ? a / b : b / a;
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
        _ => null,
    };

    private static bool HasExponent(ImmutableArray<Token> tokens, Member member) => member.EndToken - member.FirstToken == 1
        && tokens[member.FirstToken] is { Kind: TokenKind.Number, Place: not null };
}

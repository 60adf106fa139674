using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Builds expressions, leaving out zeros and ones and working out numbers.</summary>
internal static class Compose
{
    private const int MostBits = 2_000;

    public static NumberLiteral Zero { get; } = new(Rational.Zero);

    public static NumberLiteral One { get; } = new(Rational.One);

    public static NumberLiteral Two { get; } = new(new Rational(2, 1));

    public static NumberLiteral Number(Rational value) => new(value);

    /// <summary>The number that it is, its sign included; null where it is none.</summary>
    public static Rational? Value(Expression expression) => expression switch
    {
        NumberLiteral number => number.Value,
        Call { Operation: Operation.Negate, Arguments: [NumberLiteral number] } => -number.Value,
        Call { Operation: Operation.Divide, Arguments: [NumberLiteral top, NumberLiteral { Value.IsZero: false } bottom] } =>
            top.Value / bottom.Value,
        Call { Operation: Operation.Negate, Arguments: [Call { Operation: Operation.Divide } quotient] } =>
            Value(quotient) is { } value ? -value : null,
        _ => null,
    };

    public static bool IsZero(Expression expression) => Value(expression) is { IsZero: true };

    public static Expression Sum(params ReadOnlySpan<Expression> terms)
    {
        var kept = ImmutableArray.CreateBuilder<Expression>();
        var constant = Rational.Zero;
        foreach (var term in terms)
        {
            if (Value(term) is { } value)
                constant += value;
            else
                kept.Add(term);
        }

        if (!constant.IsZero || kept.Count == 0)
            kept.Add(Number(constant));
        return kept.Count == 1 ? kept[0] : new Call(Operation.Add, kept.ToImmutable());
    }

    public static Expression Negate(Expression expression) =>
        Value(expression) is { } value ? Number(-value)
        : expression is Call { Operation: Operation.Negate } call ? call.Arguments[0] : Call.Of(Operation.Negate, expression);

    public static Expression Difference(Expression left, Expression right) => Sum(left, Negate(right));

    public static Expression Product(params ReadOnlySpan<Expression> factors)
    {
        var kept = ImmutableArray.CreateBuilder<Expression>();
        var constant = Rational.One;
        foreach (var factor in factors)
        {
            if (Value(factor) is { } value)
                constant *= value;
            else
                kept.Add(factor);
        }

        if (constant.IsZero || kept.Count == 0)
            return Number(constant);
        if (constant != Rational.One)
            kept.Insert(0, Number(constant));
        return kept.Count == 1 ? kept[0] : new Call(Operation.Multiply, kept.ToImmutable());
    }

    public static Expression Quotient(Expression top, Expression bottom)
    {
        if (Value(bottom) is { IsZero: false } divisor)
            return Value(top) is { } value ? Number(value / divisor) : divisor == Rational.One ? top
                : Product(Number(Rational.One / divisor), top);
        return IsZero(top) ? Zero : Call.Of(Operation.Divide, top, bottom);
    }

    public static Expression Power(Expression operand, Expression exponent)
    {
        if (Value(exponent) is { } power)
        {
            if (power.IsZero)
                return One;
            if (power == Rational.One)
                return operand;
            if (Value(operand) is { } value && power.IsInteger && Rational.Abs(power) <= 200 && !(value.IsZero && power.Sign < 0)
                && value.TryPow((int)power.Numerator, MostBits) is { } exact)
                return Number(exact);
        }

        return Call.Of(Operation.Power, operand, exponent);
    }

    public static Expression Power(Expression operand, Rational exponent) => Power(operand, Number(exponent));

    public static Expression SquareRoot(Expression operand) => Call.Of(Operation.Root, operand, Two);

    /// <summary>The expression with a value in place of a name.</summary>
    public static Expression Substitute(Expression expression, string name, Expression value) =>
        ExpressionRewriter.Rewrite(expression, node => node switch
        {
            Symbol symbol => symbol.Name == name ? value : symbol,
            Call call when ExpressionInspector.BoundName(call) == name =>
                new Call(call.Operation, [call.Arguments[0], call.Arguments[1],
                    .. call.Arguments.Skip(2).Select(part => Substitute(part, name, value))]),
            _ => null,
        });

    /// <summary>Whether a name stands in it that means something outside.</summary>
    public static bool Holds(Expression expression, string name)
    {
        if (expression is Symbol symbol)
            return symbol.Name == name;
        if (expression is Call call && ExpressionInspector.BoundName(call) == name)
            return call.Arguments.Skip(2).Any(part => Holds(part, name));
        return ExpressionInspector.Children(expression).Any(child => Holds(child, name));
    }
}

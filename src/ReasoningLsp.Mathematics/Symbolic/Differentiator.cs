using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>The derivative of an expression by the rules for sums, products, quotients, powers and chains.</summary>
internal static class Differentiator
{
    private const int DeepestNesting = 60;

    /// <summary>The derivative with respect to a name; null where a part that depends on it has no rule. Every other name is a
    /// constant.</summary>
    public static Expression? Of(Expression expression, string name) => Of(expression, name, 0);

    private static Expression? Of(Expression expression, string name, int depth)
    {
        if (depth > DeepestNesting)
            return null;
        if (!Compose.Holds(expression, name))
            return ExpressionInspector.Nodes(expression).Any(node => node is Collection) ? null : Compose.Zero;
        return expression switch
        {
            Symbol => Compose.One,
            Quantity => null,
            Call call => OfCall(call, name, depth + 1),
            _ => null,
        };
    }

    private static Expression? OfCall(Call call, string name, int depth)
    {
        var first = call.Arguments[0];
        switch (call.Operation)
        {
            case Operation.Add:
                return Each(call.Arguments, name, depth) is { } terms ? Compose.Sum(terms) : null;
            case Operation.Multiply:
                return OfProduct(call.Arguments, name, depth);
            case Operation.Divide:
                return Of(first, name, depth) is { } top && Of(call.Arguments[1], name, depth) is { } bottom
                    ? OfQuotient(first, top, call.Arguments[1], bottom) : null;
            case Operation.Power:
                return OfPower(first, call.Arguments[1], name, depth);
            case Operation.Root:
                return Compose.Value(call.Arguments[1]) is { IsZero: false } index && Of(first, name, depth) is { } radicand
                    ? Compose.Quotient(radicand, Compose.Product(Compose.Number(index), Compose.Power(call, index - Rational.One))) : null;
            case Operation.Log:
                return Compose.Holds(call.Arguments[1], name) ? null : Of(first, name, depth) is { } inner
                    ? Compose.Quotient(inner, Compose.Product(first, Call.Of(Operation.Ln, call.Arguments[1]))) : null;
            case Operation.Integral when call.Arguments.Length == 2:
                return call.Arguments[1] is Symbol { Name: var over } && over == name ? first : null;
            case Operation.Integral when call.Arguments.Length == 4:
                return OfIntegral(call, name, depth);
            case Operation.SumOver when !Compose.Holds(call.Arguments[2], name) && !Compose.Holds(call.Arguments[3], name)
            && !call.Arguments[3].Equals(Constant.Infinity):
                return Of(first, name, depth) is { } body ? new Call(Operation.SumOver, [body, .. call.Arguments.Skip(1)]) : null;
            default:
                return call.Arguments.Length == 1 && Of(first, name, depth) is { } chain && OfFunction(call) is { } outer
                    ? Compose.Product(outer, chain) : null;
        }
    }

    private static Expression[]? Each(ImmutableArray<Expression> parts, string name, int depth)
    {
        var result = new Expression[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Of(parts[i], name, depth) is not { } part)
                return null;
            result[i] = part;
        }

        return result;
    }

    private static Expression? OfProduct(ImmutableArray<Expression> factors, string name, int depth)
    {
        var terms = new List<Expression>();
        for (var i = 0; i < factors.Length; i++)
        {
            if (Of(factors[i], name, depth) is not { } inner)
                return null;
            terms.Add(Compose.Product([.. factors.SetItem(i, inner)]));
        }

        return Compose.Sum([.. terms]);
    }

    private static Expression OfQuotient(Expression top, Expression topDerivative, Expression bottom, Expression bottomDerivative)
    {
        if (Compose.IsZero(bottomDerivative))
            return Compose.Quotient(topDerivative, bottom);
        return Compose.Quotient(Compose.Difference(Compose.Product(topDerivative, bottom), Compose.Product(top, bottomDerivative)),
            Compose.Power(bottom, Compose.Two));
    }

    private static Expression? OfPower(Expression operand, Expression exponent, string name, int depth)
    {
        if (Of(operand, name, depth) is not { } inner || Of(exponent, name, depth) is not { } outer)
            return null;
        var power = Compose.Power(operand, exponent);
        if (Compose.IsZero(outer))
            return Compose.Product(exponent, Compose.Power(operand, Compose.Difference(exponent, Compose.One)), inner);
        var logarithm = operand.Equals(Constant.E) ? Compose.One : (Expression)Call.Of(Operation.Ln, operand);
        return Compose.Product(power, Compose.Sum(Compose.Product(outer, logarithm),
            Compose.Quotient(Compose.Product(exponent, inner), operand)));
    }

    // Leibniz's rule for an integral whose ends move.
    private static Expression? OfIntegral(Call integral, string name, int depth)
    {
        var (body, bound, low, high) = (integral.Arguments[0], ((Symbol)integral.Arguments[1]).Name, integral.Arguments[2],
            integral.Arguments[3]);
        if (Of(low, name, depth) is not { } lowChange || Of(high, name, depth) is not { } highChange
            || (bound == name ? Compose.Zero : Of(body, name, depth)) is not { } inner)
            return null;
        var inside = Compose.IsZero(inner) ? (Expression)Compose.Zero
            : Call.Of(Operation.Integral, inner, integral.Arguments[1], low, high);
        return Compose.Sum(Compose.Product(Compose.Substitute(body, bound, high), highChange),
            Compose.Negate(Compose.Product(Compose.Substitute(body, bound, low), lowChange)), inside);
    }

    private static Expression? OfFunction(Call call)
    {
        var u = call.Arguments[0];
        Expression Square(Expression x) => Compose.Power(x, Compose.Two);
        return call.Operation switch
        {
            Operation.Negate => Compose.Number(-Rational.One),
            Operation.Percent => Compose.Number(new Rational(1, 100)),
            Operation.Degrees => Compose.Quotient(Constant.Pi, Compose.Number(180)),
            Operation.Abs => Compose.Quotient(u, call),
            Operation.Exp => call,
            Operation.Ln => Compose.Quotient(Compose.One, u),
            Operation.Sin => Call.Of(Operation.Cos, u),
            Operation.Cos => Compose.Negate(Call.Of(Operation.Sin, u)),
            Operation.Tan => Square(Call.Of(Operation.Sec, u)),
            Operation.Cot => Compose.Negate(Square(Call.Of(Operation.Csc, u))),
            Operation.Sec => Compose.Product(call, Call.Of(Operation.Tan, u)),
            Operation.Csc => Compose.Negate(Compose.Product(call, Call.Of(Operation.Cot, u))),
            Operation.Asin => Compose.Quotient(Compose.One, Compose.SquareRoot(Compose.Difference(Compose.One, Square(u)))),
            Operation.Acos => Compose.Negate(Compose.Quotient(Compose.One, Compose.SquareRoot(Compose.Difference(Compose.One, Square(u))))),
            Operation.Atan => Compose.Quotient(Compose.One, Compose.Sum(Compose.One, Square(u))),
            Operation.Sinh => Call.Of(Operation.Cosh, u),
            Operation.Cosh => Call.Of(Operation.Sinh, u),
            Operation.Tanh => Compose.Difference(Compose.One, Square(call)),
            _ => null,
        };
    }
}

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>Expressions that something is left to be done with: products of sums, powers of products, fractions that may cancel.</summary>
internal static class RewritingForm
{
    /// <summary>Whether the expression is one that people expand, collect, cancel or split.</summary>
    public static bool Is(Expression expression) => expression is Call call && call.Operation switch
    {
        Operation.Negate => Is(call.Arguments[0]),
        Operation.Add => call.Arguments.Any(Is) || SharesName(call.Arguments) || call.Arguments.Count(IsQuotient) > 1,
        Operation.Multiply => call.Arguments.Any(IsSum) || call.Arguments.Any(Is) || SharesName(call.Arguments)
            || call.Arguments.Count(IsPowerOfNumber) > 1,
        Operation.Divide => call.Arguments.Any(IsSum) || call.Arguments.Any(IsQuotient) || SharesName(call.Arguments),
        Operation.Power => IsPower(call.Arguments[0], call.Arguments[1]),
        Operation.Root or Operation.Ln or Operation.Log or Operation.Exp or Operation.Sin or Operation.Cos or Operation.Tan
            or Operation.Abs or Operation.Factorial => call.Arguments[0] is Call,
        _ => false,
    };

    /// <summary>Whether a root, an absolute value or a function of a sum stands in it that is not in the other expression: then both may
    /// be sides of an equation.</summary>
    public static bool HasOther(Expression expression, Expression than)
    {
        var known = ExpressionInspector.Nodes(than).Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        return ExpressionInspector.Nodes(expression).Any(node => node is Call
        {
            Operation: Operation.Root or Operation.Abs or Operation.Ln or Operation.Log, Arguments: [Call, ..]
        }
        && !known.Contains(node.Key));
    }

    private static bool IsPower(Expression operand, Expression exponent) => operand switch
    {
        Call
        {
            Operation: Operation.Add or Operation.Multiply or Operation.Power or Operation.Divide or Operation.Sin or Operation.Cos
            or Operation.Tan
        } => true,
        Symbol => exponent is Call || exponent is NumberLiteral { Value: var power }
            && (power.Sign <= 0 || !power.IsInteger || power == Rational.One),
        _ => exponent is Call { Operation: Operation.Add },
    };

    private static bool IsPowerOfNumber(Expression expression) =>
        expression is Call { Operation: Operation.Power, Arguments: [NumberLiteral or Constant, _] };

    // 1/n + 1/a has a common denominator to be found.
    private static bool IsQuotient(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate, Arguments: [var inner] } => IsQuotient(inner),
        Call { Operation: Operation.Divide, Arguments: [_, var bottom] } => !ExpressionInspector.IsClosed(bottom),
        _ => false,
    };

    private static bool IsSum(Expression expression) => expression is Call { Operation: Operation.Add };

    // Two parts with one name: x² · x³, y/2 + y/3, 9y + 4y.
    private static bool SharesName(IEnumerable<Expression> parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return parts.Any(part => ExpressionInspector.Symbols(part).Any(name => !seen.Add(name)));
    }
}

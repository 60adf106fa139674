using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>An expression with one ± read with either sign.</summary>
public static class SignBranches
{
    /// <summary>The two expressions that <c>a ± b</c> stands for; null unless there is exactly one such sign.</summary>
    public static (Expression Upper, Expression Lower)? Of(Expression expression)
    {
        if (ExpressionInspector.Nodes(expression).Count(IsSign) != 1)
            return null;
        return (With(expression, argument => argument), With(expression, argument => Call.Of(Operation.Negate, argument)));
    }

    private static bool IsSign(Expression node) => node is Call { Operation: Operation.PlusMinus };

    private static Expression With(Expression expression, Func<Expression, Expression> sign) =>
        ExpressionRewriter.Rewrite(expression,
        node => node is Call { Operation: Operation.PlusMinus } call ? sign(call.Arguments[0]) : null);
}

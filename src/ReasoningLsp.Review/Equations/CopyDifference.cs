using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>The one number in which an equation differs from another that is otherwise the same sign for sign.</summary>
/// <param name="Original">The number in the first.</param>
/// <param name="Copy">The number in the second.</param>
internal sealed record CopyDifference(Expression Original, Expression Copy)
{
    /// <summary>The difference; null where there is none, or more than one number differs, or anything else.</summary>
    public static CopyDifference? Between(EquationFact original, EquationFact copy)
    {
        CopyDifference? found = null;
        var stack = new Stack<(Expression, Expression)>([(original.Left, copy.Left), (original.Right, copy.Right)]);
        while (stack.TryPop(out var pair))
        {
            var (a, b) = pair;
            if (a.Equals(b))
                continue;
            if (Signed(a) && Signed(b))
            {
                if (found is not null)
                    return null;
                found = new CopyDifference(a, b);
                continue;
            }

            if (!SameKind(a, b))
                return null;
            using var left = ExpressionInspector.Children(a).GetEnumerator();
            using var right = ExpressionInspector.Children(b).GetEnumerator();
            while (left.MoveNext())
            {
                if (!right.MoveNext())
                    return null;
                stack.Push((left.Current, right.Current));
            }

            if (right.MoveNext())
                return null;
        }

        return found;
    }

    private static bool Signed(Expression expression) =>
        expression is NumberLiteral or Call { Operation: Operation.Negate, Arguments: [NumberLiteral] };

    private static bool SameKind(Expression a, Expression b) => (a, b) switch
    {
        (Call x, Call y) => x.Operation == y.Operation && x.Arguments.Length == y.Arguments.Length,
        (Quantity x, Quantity y) => x.Unit == y.Unit,
        (FunctionValue x, FunctionValue y) => x.Name == y.Name && x.Arguments.Length == y.Arguments.Length,
        _ => false,
    };
}

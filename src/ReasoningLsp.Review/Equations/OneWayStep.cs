using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Steps that keep every solution of an equation and may let in others, so that what comes of them follows even from an equation
/// without a solution: <c>√x = -3, x = 9</c>.</summary>
internal static class OneWayStep
{
    /// <summary>Whether a root or an absolute value is set to a negative number.</summary>
    public static bool HasNoSolution(EquationFact equation) =>
        (IsNeverNegative(equation.Left) && IsNegative(equation.Right)) || (IsNeverNegative(equation.Right) && IsNegative(equation.Left));

    private static bool IsNeverNegative(Expression side) => side is Call { Operation: Operation.Abs }
        or Call { Operation: Operation.Root, Arguments: [_] or [_, NumberLiteral { Value: { IsInteger: true, Numerator.IsEven: true } }] };

    private static bool IsNegative(Expression side) => side is Call { Operation: Operation.Negate, Arguments: [NumberLiteral] };

    /// <summary>Whether the second equation is the first with both sides squared, or without an absolute value or a logarithm.</summary>
    public static bool Leads(EquationFact first, EquationFact second, Toolbox tools)
    {
        return Are(SquaredSides.Square(first.Left), SquaredSides.Square(first.Right)) || IsUnwrapped(first.Left, first.Right)
            || IsUnwrapped(first.Right, first.Left);

        bool Are(Expression left, Expression right) => (Is(left, second.Left) && Is(right, second.Right))
            || (Is(left, second.Right) && Is(right, second.Left));

        bool Is(Expression one, Expression other) => tools.Identities.Compare(one, other).Agrees;

        bool IsUnwrapped(Expression side, Expression other) => side switch
        {
            Call { Operation: Operation.Abs, Arguments: [var inner] } =>
                Are(inner, other) || Are(inner, Call.Of(Operation.Negate, other)),
            Call { Operation: Operation.Ln or Operation.Log, Arguments: [.., var inner] } log =>
                other is Call { Arguments: [.., var last] } same && same.Operation == log.Operation && Are(inner, last),
            _ => false,
        };
    }
}

using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Relations;

/// <summary>Tells relations about percentages, which RR108 speaks of, from the others.</summary>
internal static class PercentSign
{
    /// <summary>Whether a percentage is part of <paramref name="expression"/>.</summary>
    public static bool OccursIn(Expression expression) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Call { Operation: Operation.Percent });
}

using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Review.Relations;

/// <summary>Finds divisions among expressions.</summary>
internal static class Divisions
{
    /// <summary>The division that an expression is, with a unit or without; null where it is none.</summary>
    public static Call? In(Expression expression) => expression switch
    {
        Call { Operation: Operation.Divide } division => division,
        Quantity { Value: Call { Operation: Operation.Divide } division } => division,
        _ => null,
    };
}

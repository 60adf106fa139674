using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Tries two expressions with other signs of their symbols: roots and absolute values are rewritten where they may be, as √(x²) =
/// -x for x ≤ 0.</summary>
internal static class OtherPlaces
{
    private const int MostSymbols = 3;

    /// <summary>Whether the expressions agree for some signs of their symbols, so that the domain may excuse what differs
    /// elsewhere.</summary>
    public static bool MayHold(Toolbox tools, Expression left, Expression right)
    {
        if (!ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(DependsOnSign))
            return false;
        var names = ExpressionInspector.Symbols(left).Union(ExpressionInspector.Symbols(right)).Order(StringComparer.Ordinal).ToList();
        // Of many symbols one at a time, and all at once.
        var choices = names.Count <= MostSymbols
            ? Enumerable.Range(1, (1 << names.Count) - 1).Select(bits => names.Where((_, i) => (bits >> i & 1) == 1))
            : names.Select(name => Enumerable.Repeat(name, 1)).Append(names);
        foreach (var choice in choices)
        {
            var negative = choice.ToHashSet(StringComparer.Ordinal);
            if (tools.Identities.Compare(Negated(left, negative), Negated(right, negative)) is
                { Holds: not false, IsUndefined: false })
                return true;
        }

        return false;
    }

    private static Expression Negated(Expression expression, HashSet<string> names) =>
        ExpressionRewriter.Rewrite(expression,
        node => node is Symbol { Name: var name } && names.Contains(name) ? new Call(Operation.Negate, [node]) : null);

    private static bool DependsOnSign(Expression node) => node switch
    {
        Call { Operation: Operation.Root or Operation.Abs or Operation.Log } => true,
        Call { Operation: Operation.Power, Arguments: [_, not NumberLiteral { Value.IsInteger: true }] } => true,
        _ => false,
    };
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Equations;

/// <summary>What solves an inequality in one letter: told of any place, and where it may begin and end.</summary>
/// <param name="Name">The letter.</param>
/// <param name="Changes">Every place at which it may begin or end.</param>
/// <param name="Holds">Whether a place belongs to it.</param>
internal sealed record SolutionSet(string Name, ImmutableArray<Rational> Changes, Predicate<Rational> Holds)
{
    private const int MostAbsolutes = 2;

    /// <summary>What solves left sign right; null where it has other functions than absolute values, or where an end of it is no
    /// fraction.</summary>
    public static SolutionSet? Of(Expression left, string sign, Expression right)
    {
        var absolutes = ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Call>()
            .Where(call => call.Operation == Operation.Abs && !ExpressionInspector.IsClosed(call)).Distinct().ToList();
        return absolutes.Count > MostAbsolutes ? null : Of(left, sign, right, absolutes);
    }

    private static SolutionSet? Of(Expression left, string sign, Expression right, List<Call> absolutes)
    {
        if (absolutes is not [var absolute, .. var others])
            return RationalInequality.Of(left, sign, right) is { Changes: { } ends } known ? new(known.Name, ends, known.HoldsAt) : null;
        var inner = absolute.Arguments[0];
        Expression With(Expression side, Expression value) =>
            ExpressionRewriter.Rewrite(side, node => node.Equals(absolute) ? value : null);
        var negative = Call.Of(Operation.Negate, inner);
        if (Of(With(left, inner), sign, With(right, inner), others) is not { } above
            || Of(With(left, negative), sign, With(right, negative), others) is not { } below
            || RationalInequality.Of(inner, "≥", new NumberLiteral(Rational.Zero)) is not { Changes: { } turns } side
            || above.Name != below.Name || side.Name != above.Name)
            return null;
        return new(above.Name, [.. above.Changes, .. below.Changes, .. turns],
            at => side.HoldsAt(at) ? above.Holds(at) : below.Holds(at));
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Compares two expressions as functions of their names: proves them equal by their normal forms, or different at
/// points.</summary>
public sealed class IdentityTest(Evaluator evaluator)
{
    private readonly OperatorReducer _reducer = new(evaluator);

    private static readonly ImmutableArray<Rational> s_fractions = [new(7, 3), new(13, 5), new(5, 4), new(17, 7), new(11, 6), new(23, 9),
        new(19, 8), new(29, 12)];
    private static readonly ImmutableArray<Rational> s_wholes = [5, 3, 7, 4, 11, 6, 13, 9];

    // What is counted may need more than there is of it below ten.
    private static readonly ImmutableArray<Rational> s_counts = [24, 31, 27, 40, 36, 29, 33, 45];

    private static readonly ImmutableArray<Rational> s_small = [new(1, 3), new(2, 5), new(3, 7), new(4, 9), new(2, 7), new(5, 11),
        new(3, 8), new(1, 6)];

    private const int SmallestTried = 4;

    /// <summary>Points tried in each family (whole numbers, fractions above one, fractions below one).</summary>
    public const int PointsEach = 4;

    /// <summary>Compares the two sides. Indefinite integrals are compared by their derivatives.</summary>
    public IdentityOutcome Compare(Expression left, Expression right) =>
        Reduced(left, right) is var (first, second) ? AtPoints(first, second) : IdentityOutcome.Unknown;

    /// <summary>The outcome at the smallest whole numbers at which the sides differ, for a person to reckon with; null where they differ at
    /// none of a few, or calculus is left in them.</summary>
    public IdentityOutcome? AtSmallest(Expression left, Expression right)
    {
        if (Reduced(left, right) is not var (reducedLeft, reducedRight) || OperatorReducer.HasOperators(reducedLeft)
            || OperatorReducer.HasOperators(reducedRight))
            return null;
        var names = ExpressionInspector.Symbols(reducedLeft, reducedRight).Order(StringComparer.Ordinal).ToImmutableArray();
        for (var first = 1; first <= SmallestTried; first++)
        {
            var point = names.Select((name, index) => (Name: name, Value: (Rational)(first + index))).ToImmutableArray();
            var symbols = point.ToDictionary(pair => pair.Name, pair => Value.Of(pair.Value), StringComparer.Ordinal);
            if (evaluator.Evaluate(reducedLeft, symbols) is { } a && evaluator.Evaluate(reducedRight, symbols) is { } b
                && a.IsApartFrom(b, evaluator.Arithmetic))
                return new IdentityOutcome(false, point, a, b);
        }

        return null;
    }

    // Without calculus where it can be carried out; null where two sides with an indefinite integral have no derivatives.
    private (Expression Left, Expression Right)? Reduced(Expression left, Expression right)
    {
        if (!OperatorReducer.HasOperators(left) && !OperatorReducer.HasOperators(right))
            return (left, right);
        (left, right) = (_reducer.Reduce(left), _reducer.Reduce(right));
        if ((Primitive(left) ?? Primitive(right)) is not { } name)
            return (left, right);
        return Differentiator.Of(left, name) is { } first && Differentiator.Of(right, name) is { } second ? (first, second) : null;
    }

    private static bool Counts(Expression expression) => ExpressionInspector.Nodes(expression)
        .Any(node => node is Call { Operation: Operation.Factorial or Operation.Binomial or Operation.Permutations });

    // What an indefinite integral runs over.
    private static string? Primitive(Expression expression) => ExpressionInspector.Nodes(expression)
        .Select(node => node is Call { Operation: Operation.Integral, Arguments: [_, Symbol { Name: var name }] } ? name : null)
        .FirstOrDefault(name => name is not null);

    private IdentityOutcome AtPoints(Expression left, Expression right)
    {
        var ordered = ExpressionInspector.Symbols(left, right).Order(StringComparer.Ordinal).ToImmutableArray();
        if (ordered.Length > 8)
            return IdentityOutcome.Unknown;
        int equal = 0, different = 0;
        ImmutableArray<(string, Rational)> witness = [];
        (Value Left, Value Right) values = default;
        var families = Counts(left) || Counts(right)
            ? (ImmutableArray<Rational>[])[s_wholes, s_counts] : [s_wholes, s_fractions, s_small];
        foreach (var family in families)
        {
            for (var shift = 0; shift < PointsEach; shift++)
            {
                var point = ordered.Select((name, index) => (name, family[(index + shift) % family.Length])).ToImmutableArray();
                var symbols = point.ToDictionary(pair => pair.name, pair => Value.Of(pair.Item2), StringComparer.Ordinal);
                if (evaluator.Evaluate(left, symbols) is not { } a || evaluator.Evaluate(right, symbols) is not { } b)
                    continue;

                if (a.IsApartFrom(b, evaluator.Arithmetic))
                {
                    different++;
                    if (witness.IsEmpty)
                    {
                        witness = point;
                        values = (a, b);
                    }
                }
                else
                {
                    equal++;
                }

                if (equal > 0 && different > 0)
                    return new IdentityOutcome(null, witness, values.Left, values.Right);
            }
        }

        if (different == 0 && equal >= PointsEach)
            return new IdentityOutcome(EqualityProof.HoldsFrom(left, right) ? true : null, [], null, null) { Agrees = true };
        // One agreeing point may be a solution, and then this is an equation and no identity.
        if (equal == 0 && different >= PointsEach)
            return new IdentityOutcome(false, witness, values.Left, values.Right);
        return different > 0 ? new IdentityOutcome(null, witness, values.Left, values.Right)
            : IdentityOutcome.Unknown with { IsUndefined = equal == 0 };
    }
}

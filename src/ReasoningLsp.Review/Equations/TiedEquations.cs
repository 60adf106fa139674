using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>An equation in several letters that is said to follow from the one before, where more is known of the letters: with all of it
/// no values satisfy both.</summary>
internal static class TiedEquations
{
    private const int MostKnown = 6;

    /// <summary>Reports under <paramref name="rule"/> the second where it contradicts the first and what else is known.</summary>
    public static void Report(StepContext context, Rule rule, EquationFact first, EquationFact second, Statement statement)
    {
        if (context.Analysis.HasCases || context.Facts.HasCases || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
            || Contradictions.Follow(context.Analysis.Plain, statement) || Polynomials(first) is not [var f]
            || Polynomials(second) is not [var g])
            return;
        var known = context.EquationsBefore([.. first.Symbols, .. second.Symbols], first.Statement)
            .Where(fact => !fact.IsRewriting && fact.Key != first.Key && fact.Key != second.Key && !UnfoundedEquations.IsValue(fact))
            .DistinctBy(fact => fact.Key).Select(fact => (Fact: fact, All: Polynomials(fact))).Where(pair => pair.All.Count > 0)
            .TakeLast(MostKnown).ToList();
        var all = known.SelectMany(pair => pair.All).ToList();
        if (EquationSystem.IsImpossible([.. all, f]) || !EquationSystem.IsImpossible([.. all, f, g]))
            return;
        List<EquationFact> needed = EquationSystem.IsImpossible([f, g]) ? []
            : known.Find(pair => EquationSystem.IsImpossible([.. pair.All, f, g])) is { Fact: { } one } ? [one]
            : [.. known.Select(pair => pair.Fact)];
        var with = needed.Count == 0 ? string.Empty : $"with {string.Join(" and ", needed.Select(fact => fact.Key))} ";
        var why = $"{with}no values satisfy both";
        context.Report(new Draft(rule, TextSpan.FromBounds(second.Start, second.End),
            $"{second.Key} does not follow from {first.Key}: {why}.",
            Evidence.Of(("first", first.Key), ("second", second.Key), ("why", why))));
    }

    /// <summary>Left minus right, of vectors part by part; none where they are no polynomials.</summary>
    public static IReadOnlyList<Polynomial> Polynomials(EquationFact fact)
    {
        if (ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).Any(node => node is Quantity
            or FunctionValue or NumberLiteral { Decimals: > 0 } or Call { Operation: Operation.PlusMinus or Operation.Degrees }))
            return [];
        if (fact is { Left: Collection left, Right: Collection right })
        {
            if (left.Items.Length != right.Items.Length || left.Columns != right.Columns)
                return [];
            var parts = left.Items.Zip(right.Items, RationalFunction.Difference).ToList();
            return parts.TrueForAll(part => part is { IsPolynomial: true, Bottom.ConstantValue: not null })
                ? [.. parts.Select(part => part!.Top)] : [];
        }

        return fact.Difference is { IsPolynomial: true, Top: var top, Bottom.ConstantValue: not null } ? [top] : [];
    }
}

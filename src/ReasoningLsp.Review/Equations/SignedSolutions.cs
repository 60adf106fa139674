using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"x² - 5x + 6 = 0, so x = (5 ± √49)/2": both values that the sign stands for are put back into the quadratic equation before
/// them.</summary>
internal static class SignedSolutions
{
    private const int MostKnown = 12;

    /// <summary>Reports under <paramref name="rule"/> the first pair of values that solves no equation said of its letter.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            if (fact is not { Link: 0, Left: Symbol { Name: var name } } || Pair(fact.Right) is not var (upper, lower))
                continue;
            var statement = context.Analysis.Statements[fact.Statement];
            if (!ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || statement.Has(UnfoundedEquations.Unsure))
                continue;
            ImmutableArray<EquationFact> known = [.. context.EquationsOn(name, fact.Statement)];
            if (known.Length is 0 or > MostKnown || known.LastOrDefault(IsQuadratic) is not { } quadratic
                || known.Any(other => other.Symbols.Count > 1 || MaySolve(context, other, name, upper, lower)))
                continue;
            var wrong = PutBack.Fails(context, quadratic, [(name, upper)]) ? upper : lower;
            PutBack.Report(context, rule, TextSpan.FromBounds(fact.Start, fact.End), fact.Key, quadratic, [(name, wrong)]);
            return;
        }
    }

    // The two values, where each is one exact number.
    private static (Expression Upper, Expression Lower)? Pair(Expression right) => ExpressionInspector.IsClosed(right)
        && SignBranches.Of(right) is var (upper, lower) && PutBack.IsExact(upper) && PutBack.IsExact(lower) ? (upper, lower) : null;

    private static bool IsQuadratic(EquationFact fact) => PutBack.CanTell(fact) && fact.Symbols is { Count: 1 } symbols
        && fact.Difference is { Bottom.ConstantValue: not null, Top: var top } && top.DegreeIn(symbols.First()) == 2;

    // Whatever else is said of the letter may be what the values come from.
    private static bool MaySolve(StepContext context, EquationFact fact, string name, Expression upper, Expression lower) =>
        !PutBack.CanTell(fact)
        || (!PutBack.Fails(context, fact, [(name, upper)]) && !PutBack.Fails(context, fact, [(name, lower)]));
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// "Solve x² = 4x: dividing by x gives x = 4": the value solves the equation, another one does so too, and no step names it. Only where
/// the problem says nothing that could exclude it.
/// </summary>
internal static class LostSolutions
{
    private const int HighestDegree = 6;

    /// <summary>Reports under <paramref name="rule"/> the first value of the unknown where a solution is lost for good.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Analysis.Values.IsEmpty || context.Facts.BareTask is not { } relation
            || context.Facts.EquationOf(relation) is not { } task
            || task.Symbols.Single() is var name && context.Facts.ValuesOf(name).Any(value => value.Step >= 0)
            || context.Facts.Traits is { HasOtherLaws: true } or { WantsOne: true })
            return;
        var claims = context.Analysis.Values.Where(claim => claim.Symbol == name).ToList();
        if (claims.Count == 0 || Roots(task) is not { Length: > 1 } roots)
            return;
        var values = claims.Select(claim => RationalFunction.From(claim.Value)?.Constant).ToList();
        var statement = context.Analysis.Statements[claims[0].Statement];
        if (values.Any(value => value is not { } known || !roots.Contains(known)) || !ClaimGuard.IsAsserted(statement)
            || ClaimGuard.IsTried(statement) || ClaimGuard.GoesOn(LastOf(context.Analysis, claims)) || context.Analysis.HasCases
            || GoesOn(context.Analysis, claims[0], name))
            return;
        foreach (var root in roots)
        {
            if (values.Contains(root) || context.Facts.MayName(root))
                continue;
            var said = $"{name} = {values[0]}";
            var evidence = Evidence.Of(("first", task.Key), ("second", said), ("why", $"{name} = {root} solves {task.Key} as well"));
            context.Report(new Draft(rule, TextSpan.FromBounds(claims[0].Start, claims[0].End),
                $"{said} is not all: {name} = {root} solves {task.Key} as well, and no step names it.{Mistake.LostSolution.Sentence}",
                Mistake.LostSolution.AddTo(evidence)));
            return;
        }
    }

    // "x = 2 or x = -2" goes on behind its last value only.
    private static Statement LastOf(StepAnalysis analysis, List<ValueClaim> claims)
    {
        var last = claims[0].Statement;
        foreach (var claim in claims.Skip(1))
        {
            if (claim.Statement == last + 1 && SetOfValues.AreJoined(analysis.Statements[claim.Statement].Bridge))
                last = claim.Statement;
        }

        return analysis.Statements[last];
    }

    // "So x = 3 or x - 2 = 3": another alternative may give the others.
    private static bool GoesOn(StepAnalysis analysis, ValueClaim claim, string name) => analysis.Equations.Any(fact =>
        fact.Statement > claim.Statement && fact.Symbols.Contains(name) && fact.Left is not Symbol);

    // All rational solutions of a polynomial equation, or of the absolute value of one that is a number.
    private static ImmutableArray<Rational>? Roots(EquationFact task) =>
        task is { Left: Call { Operation: Operation.Abs, Arguments: [var inner] }, Right: NumberLiteral { Value.Sign: > 0 } bound }
            ? RootsOf(inner, bound) is { } above && RootsOf(inner, Call.Of(Operation.Negate, bound)) is { } below
                ? [.. above, .. below] : null
            : RootsOf(task.Left, task.Right);

    private static ImmutableArray<Rational>? RootsOf(Expression left, Expression right) =>
        OneUnknown.Of(left, right) is ({ Degree: <= HighestDegree } difference, _) ? difference.RationalRoots() : null;
}

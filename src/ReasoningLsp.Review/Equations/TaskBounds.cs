using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// "Solve x² > 9: so x > 3": the one bound that a solution gives the unknown beside the inequality that the problem wants solved. The two
/// are compared at every place where either may change, which decides.
/// </summary>
internal static class TaskBounds
{
    /// <summary>Reports under <paramref name="rule"/> a bound that lets in what does not solve the inequality, or leaves out what
    /// does.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var statements = context.Analysis.Statements;
        if (!statements.Any(statement => Bound(statement) is not null) || context.Facts.BareTask is not { } task || Asked(task) is not
            { } asked || context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } or { HasVectors: true }
            || context.Analysis.HasCases || HasSets(context.Analysis.Tokens))
            return;
        var all = context.Facts.InequalitiesOn(asked.Name);
        var bounds = all.Select(place => Bound(place.Statement)).Where(bound => bound?.Name == asked.Name).Distinct().ToList();
        // "|x| > 3" may be the answer, and the bound one part of it.
        if (bounds is not [{ } said] || all.Any(place => Asked(place.Statement) is null))
            return;
        var first = statements.FirstOrDefault(statement => Bound(statement) == said);
        if (first is null || !ClaimGuard.IsAsserted(first) || ClaimGuard.IsTried(first) || ClaimGuard.GoesOn(first)
            || all.First(place => Bound(place.Statement) == said).Statement.Chain.Start != first.Chain.Start)
            return;
        if (asked.Changes is not { } points || Witness(asked, points, said) is not { } point)
            return;
        var (written, answer) = (task.FirstLink, first.FirstLink);
        var why = asked.HoldsAt(point) ? $"at {asked.Name} = {point} the first holds and the second does not"
            : $"at {asked.Name} = {point} the second holds and the first does not";
        context.Report(new Draft(rule, TextSpan.FromBounds(first.Chain.Start, first.Chain.End),
            $"{answer} is not what solves {written}: {why}.", Evidence.Of(("first", written), ("second", answer), ("why", why))));
    }

    private static RationalInequality? Asked(Statement task) =>
        task.Chain is { Signs: [("<" or ">" or "≤" or "≥") and var sign], Members: [{ Expression: { } left }, { Expression: { } right }] }
            ? RationalInequality.Of(left, sign, right) : null;

    // x > 3, 3 < x
    private static (string Name, Rational Value, bool IsAbove, bool IsIn)? Bound(Statement statement)
    {
        if (statement.Chain is not
            {
                Signs: [("<" or ">" or "≤" or "≥") and var sign],
                Members: [{ Expression: { } left }, { Expression: { } right }]
            })
            return null;
        var (isAbove, isIn) = (sign is ">" or "≥", sign is "≥" or "≤");
        return (left, right) switch
        {
            (Symbol { Name: var name }, _) when RationalFunction.From(right)?.Constant is { } value => (name, value, isAbove, isIn),
            (_, Symbol { Name: var name }) when RationalFunction.From(left)?.Constant is { } value => (name, value, !isAbove, isIn),
            _ => null,
        };
    }

    private static bool HasSets(ImmutableArray<Token> tokens) => tokens.Any(token =>
        token is { Kind: TokenKind.Command, Text: "infty" or "cup" } or { Kind: TokenKind.Operator, Text: "∪" or "±" }
            or { Kind: TokenKind.Relation, Text: "∈" });

    // The whole number nearest to zero at which one holds and the other does not, or any such place; null where there is none.
    private static Rational? Witness(RationalInequality asked, ImmutableArray<Rational> changes,
        (string Name, Rational Value, bool IsAbove, bool IsIn) said)
    {
        var ends = changes.Add(said.Value).Distinct().Order().ToList();
        IEnumerable<Rational> places = [ends[0] - Rational.One, .. ends, .. ends.Zip(ends.Skip(1), (low, high) => (low + high) / 2),
            ends[^1] + Rational.One];
        bool Differ(Rational at) => asked.HoldsAt(at) != (at == said.Value ? said.IsIn : at > said.Value == said.IsAbove);
        return places.Where(Differ).OrderBy(at => at.IsInteger ? 0 : 1).ThenBy(Rational.Abs).Select(at => (Rational?)at).FirstOrDefault();
    }
}

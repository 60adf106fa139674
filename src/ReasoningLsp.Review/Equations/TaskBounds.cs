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
    private const int HighestDegree = 6;

    /// <summary>Reports under <paramref name="rule"/> a bound that lets in what does not solve the inequality, or leaves out what
    /// does.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var statements = context.Analysis.Statements;
        if (!statements.Any(statement => Bound(statement) is not null) || context.Facts.BareTask is not { } task || Polynomial(task) is not
            { } polynomial || context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } or { HasVectors: true }
            || context.Analysis.HasCases || HasSets(context.Analysis.Tokens))
            return;
        var all = context.Facts.InequalitiesOn(polynomial.Atom);
        var bounds = all.Select(place => Bound(place.Statement)).Where(bound => bound?.Name == polynomial.Atom).Distinct().ToList();
        // "|x| > 3" may be the answer, and the bound one part of it.
        if (bounds is not [{ } said] || all.Any(place => Polynomial(place.Statement) is null))
            return;
        var first = statements.FirstOrDefault(statement => Bound(statement) == said);
        if (first is null || !ClaimGuard.IsAsserted(first) || ClaimGuard.IsTried(first) || ClaimGuard.GoesOn(first)
            || all.First(place => Bound(place.Statement) == said).Statement.Chain.Start != first.Chain.Start)
            return;
        var points = polynomial.RationalRoots();
        if (points.Length != polynomial.DistinctRoots || Witness(task, polynomial, points, said) is not { } point)
            return;
        var (asked, answer) = (task.FirstLink, first.FirstLink);
        var holds = Holds(task.Chain.Signs[0], polynomial.At(point).Sign);
        var why = holds ? $"at {polynomial.Atom} = {point} the first holds and the second does not"
            : $"at {polynomial.Atom} = {point} the second holds and the first does not";
        context.Report(new Draft(rule, TextSpan.FromBounds(first.Chain.Start, first.Chain.End),
            $"{answer} is not what solves {asked}: {why}.", Evidence.Of(("first", asked), ("second", answer), ("why", why))));
    }

    // Left minus right of an inequality in one letter, its denominator being a positive number; "|x|" is no letter.
    private static UnivariatePolynomial? Polynomial(Statement task) =>
        task.Chain is { Signs: ["<" or ">" or "≤" or "≥"], Members: [{ Expression: { } left }, { Expression: { } right }] }
        && OneUnknown.Of(left, right) is ({ Degree: <= HighestDegree } difference, > 0)
        && ExpressionInspector.Symbols(left, right).Contains(difference.Atom) ? difference : null;

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
    private static Rational? Witness(Statement task, UnivariatePolynomial polynomial, ImmutableArray<Rational> roots,
        (string Name, Rational Value, bool IsAbove, bool IsIn) said)
    {
        var ends = roots.Add(said.Value).Distinct().Order().ToList();
        IEnumerable<Rational> places = [ends[0] - Rational.One, .. ends, .. ends.Zip(ends.Skip(1), (low, high) => (low + high) / 2),
            ends[^1] + Rational.One];
        bool Differ(Rational at) => Holds(task.Chain.Signs[0], polynomial.At(at).Sign)
            != (at == said.Value ? said.IsIn : at > said.Value == said.IsAbove);
        return places.Where(Differ).OrderBy(at => at.IsInteger ? 0 : 1).ThenBy(Rational.Abs).Select(at => (Rational?)at).FirstOrDefault();
    }

    private static bool Holds(string sign, int difference) => sign switch
    {
        "<" => difference < 0,
        ">" => difference > 0,
        "≤" => difference <= 0,
        _ => difference >= 0,
    };
}

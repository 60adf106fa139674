using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>
/// "Solve x² > 9: so x > 3", "so -3 &lt; x &lt; 3": the one set of bounds that a solution gives the unknown beside the inequality that
/// the problem wants solved. The two are compared at every place where either may change, which decides.
/// </summary>
internal static class TaskBounds
{
    /// <summary>Reports under <paramref name="rule"/> bounds that let in what does not solve the inequality, or leave out what
    /// does.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (!context.Analysis.Statements.Any(statement => SaidBounds.Of(statement) is not null) || context.Facts.BareTask is not { } task
            || Asked(task) is not { } asked
            || context.Facts.Traits.HasOtherLaws
            || context.Analysis.HasCases || context.Facts.HasCases || HasSets(context.Analysis.Tokens))
            return;
        var all = context.Facts.InequalitiesOn(asked.Name);
        // "|x| > 3" may be the answer, and the bound one part of it.
        if (all.Any(place => !IsRead(place.Statement, task)) || Said(all, asked.Name) is not ({ } said, var from, var to))
            return;
        var (first, last) = (all[from].Statement, all[to].Statement);
        var statements = context.Analysis.Statements;
        if (first.Index >= statements.Length || !ReferenceEquals(statements[first.Index], first) || !ClaimGuard.IsAsserted(first)
            || ClaimGuard.IsTried(first) || ClaimGuard.GoesOn(last) || !IsGiven(first) || Witness(asked, said) is not { } point)
            return;
        var answer = context.Quote(TextSpan.FromBounds(first.Chain.Start, last.Chain.End));
        if (from == to && first.Chain.Signs.Length == 1)
            answer = first.FirstLink;
        var written = task.FirstLink;
        var why = asked.Holds(point) ? $"at {asked.Name} = {point} the first holds and the second does not"
            : $"at {asked.Name} = {point} the second holds and the first does not";
        context.Report(new Draft(rule, TextSpan.FromBounds(first.Chain.Start, last.Chain.End),
            $"{answer} is not what solves {written}: {why}.", Evidence.Of(("first", written), ("second", answer), ("why", why))));
    }

    // "It fails for x < 2" gives bounds of another set.
    private static bool IsGiven(Statement statement) => OperationWords.AreAll(statement.Before, statement.Lexicon)
        || statement.Lexicon.Has(PhraseRole.Concluded, statement.Before) || statement.Lexicon.Has(PhraseRole.Answered, statement.Before);

    private static SolutionSet? Asked(Statement task) =>
        task.Chain is { Signs: [("<" or ">" or "≤" or "≥") and var sign], Members: [{ Expression: { } left }, { Expression: { } right }] }
            ? SolutionSet.Of(left, sign, right) : null;

    // What a line says is known: a bound, the inequality rewritten, -5 < x - 2 < 5.
    private static bool IsRead(Statement statement, Statement task) => SaidBounds.Of(statement) is not null
        || (statement.Chain is
        {
            Signs: [("<" or ">" or "≤" or "≥") and var sign], Members: [{ Expression: { } left }, { Expression: { } right }]
        }
            && (RationalInequality.Of(left, sign, right) is not null || IsSame(statement, task)))
        || (statement.Chain is { Signs.Length: 2, Members: var members } && members.All(member => member.Expression is not null));

    private static bool IsSame(Statement statement, Statement task) => statement.Chain.Signs.SequenceEqual(task.Chain.Signs)
        && Sides(statement).SequenceEqual(Sides(task));

    private static IEnumerable<Expression?> Sides(Statement statement) => statement.Chain.Members.Select(member => member.Expression);

    // The one set of bounds that is ever said, and the first statements that say it; null where there are several.
    private static (SaidBounds Bounds, int From, int To)? Said(ImmutableArray<(int Step, Statement Statement)> all, string name)
    {
        (SaidBounds Bounds, int From, int To)? found = null;
        for (var i = 0; i < all.Length; i++)
        {
            if (SaidBounds.Of(all[i].Statement) is not { } bounds || bounds.Name != name)
                continue;
            var from = i;
            while (i + 1 < all.Length && all[i + 1].Step == all[i].Step && all[i + 1].Statement.Index == all[i].Statement.Index + 1
                && SetOfValues.AreJoined(all[i + 1].Statement.Bridge) && SaidBounds.Of(all[i + 1].Statement) is { } other)
            {
                i++;
                var next = all[i].Statement;
                if (bounds.Joined(other, next.Lexicon.Has(PhraseRole.Several, next.Bridge)) is not { } both)
                    return null;
                bounds = both;
            }

            if (found is { } known && known.Bounds != bounds)
                return null;
            found ??= (bounds, from, i);
        }

        return found;
    }

    private static bool HasSets(ImmutableArray<Token> tokens) => tokens.Any(token =>
        token is { Kind: TokenKind.Command, Text: "infty" or "cup" } or { Kind: TokenKind.Operator, Text: "∪" or "±" }
            or { Kind: TokenKind.Relation, Text: "∈" });

    // The whole number nearest to zero at which one holds and the other does not, or any such place; null where there is none.
    private static Rational? Witness(SolutionSet asked, SaidBounds said)
    {
        var ends = asked.Changes.Concat(said.Ends).Distinct().Order().ToList();
        IEnumerable<Rational> places = [ends[0] - Rational.One, .. ends, .. ends.Zip(ends.Skip(1), (low, high) => (low + high) / 2),
            ends[^1] + Rational.One];
        return places.Where(at => asked.Holds(at) != said.Holds(at)).OrderBy(at => at.IsInteger ? 0 : 1).ThenBy(Rational.Abs)
            .Select(at => (Rational?)at).FirstOrDefault();
    }
}

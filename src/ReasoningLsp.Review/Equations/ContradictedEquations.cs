using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Substituting S = 2B into (S + 2) + (B + 2) = 28 we get 2B + 4 + B + 2 = 28": what is drawn from equations must have a solution
/// together with all that are known, whichever of them it is drawn from.</summary>
internal static class ContradictedEquations
{
    private const int MostKnown = 10, MostLetters = 4, Rounds = 2;

    /// <summary>Reports under <paramref name="rule"/> the equations that no values satisfy together with those known before.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true } or { HasSpecialNumbers: true }
            || context.Analysis.HasCases)
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact.Link > 0 || statement.Chain.Signs is not ["="] || UnfoundedEquations.IsValue(fact)
                || fact.Symbols.Count is 0 or > MostLetters)
                continue;
            var isPutIn = IsPutIn(statement);
            if (!(isPutIn || IsRewritten(context, statement, fact)) || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || statement.Has(UnfoundedEquations.Unsure) || Implied(fact) is not [var said])
                continue;
            Compare(context, rule, fact, said, isPutIn ? Near(context, fact) : Given(context, fact));
        }
    }

    // "Substituting y = 2x into the equation, we get": what is put in stands before what is got.
    private static bool IsPutIn(Statement statement)
    {
        var lexicon = statement.Lexicon;
        return lexicon.After(PhraseRole.KnownBefore, statement.Before) is >= 0 and var end
            && (lexicon.Has(PhraseRole.Leads, statement.Before.AsSpan()[end..])
                || lexicon.Has(PhraseRole.Concluded, statement.Before.AsSpan()[end..]));
    }

    // "Combine like terms: x² + 2x - x² - x = x - x": both sides hold the same letters.
    private static bool IsRewritten(StepContext context, Statement statement, EquationFact fact) => !context.Facts.HasCases
        && statement.Lexicon.Has(PhraseRole.Rewritten, statement.Before)
        && ExpressionInspector.Symbols(fact.Left).SetEquals(ExpressionInspector.Symbols(fact.Right));

    // The values that the problem gives its letters.
    private static List<EquationFact> Given(StepContext context, EquationFact fact) =>
        [.. context.Facts.PlacedEquationsOn(fact.Symbols).Where(placed => placed.Step < 0 && UnfoundedEquations.IsValue(placed.Fact))
            .Select(placed => placed.Fact)];

    // All that ties its letters to others, and these to more; an equation in one letter may be of another place.
    private static List<EquationFact> Near(StepContext context, EquationFact fact)
    {
        var letters = fact.Symbols.ToHashSet(StringComparer.Ordinal);
        var near = new List<EquationFact>();
        for (var round = 0; round < Rounds; round++)
        {
            near = [.. context.Facts.PlacedEquationsOn(letters)
                .Where(placed => placed.Fact.Symbols.Count > 1 || (placed.Step < 0 && UnfoundedEquations.IsValue(placed.Fact)))
                .Select(placed => placed.Fact)
                .Concat(context.Analysis.Equations.Where(other => other.Statement < fact.Statement && other.Symbols.Overlaps(letters)
                    && other.Symbols.Count > 1))];
            letters.UnionWith(near.SelectMany(other => other.Symbols));
        }

        return near;
    }

    private static void Compare(StepContext context, Rule rule, EquationFact fact, Polynomial said, List<EquationFact> near)
    {
        var known = near.Where(other => !other.IsRewriting && other.Key != fact.Key).DistinctBy(other => other.Key)
            .Select(other => (Fact: other, All: Implied(other))).Where(pair => pair.All.Count > 0)
            .TakeLast(MostKnown).ToList();
        if (known.Count == 0 || known.Exists(pair => !UnfoundedEquations.IsValue(pair.Fact) && pair.All.Any(other => IsBranch(said, other)))
            || EquationSystem.IsImpossible(known.SelectMany(pair => pair.All))
            || !EquationSystem.IsImpossible([.. known.SelectMany(pair => pair.All), said]))
            return;
        for (var i = 0; i < known.Count; i++)
        {
            var fewer = known.Where((_, index) => index != i).SelectMany(pair => pair.All).Append(said);
            if (known.Count > 1 && EquationSystem.IsImpossible(fewer))
                known.RemoveAt(i--);
        }

        var from = string.Join(" and ", known.Select(pair => pair.Fact.Key));
        const string Why = "no values satisfy them together";
        context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End), $"{fact.Key} contradicts {from}: {Why}.",
            Evidence.Of(("first", from), ("second", fact.Key), ("why", Why))));
    }

    // x + y = -99 beside x + y = 99: one of the cases of an equation that is a product.
    private static bool IsBranch(Polynomial said, Polynomial other) =>
        said.Add(other.Scale(-1))?.ConstantValue is not null || said.Add(other)?.ConstantValue is not null;

    // What is zero wherever the equation holds: of fractions the numerator.
    private static IReadOnlyList<Polynomial> Implied(EquationFact fact) =>
        TiedEquations.Polynomials(fact) is { Count: > 0 } all ? all
        : fact.Difference is { Top: var top, Bottom.ConstantValue: null }
            && ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right))
                .All(node => node is Symbol or NumberLiteral { Decimals: 0 } or Call) ? [top] : [];
}

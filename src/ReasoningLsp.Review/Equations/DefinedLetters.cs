using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Let y = 13x - 1. Then the equation becomes …": an equation in letters that stand for expressions in others must go with what
/// is known of these.</summary>
internal static class DefinedLetters
{
    private const int MostKnown = 8;

    /// <summary>Reports under <paramref name="rule"/> the equations that contradict one that was known before.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } || context.Analysis.HasCases
            || context.Facts.HasCases)
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact.Link > 0 || statement.Chain.Signs is not ["="] || fact.Left is Symbol || fact.Symbols.Count is 0 or > 4
                || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement) || statement.Has(UnfoundedEquations.Unsure)
                || Contradictions.Follow(context.Analysis.Plain, statement) || TiedEquations.Polynomials(fact) is not [var said])
                continue;
            Compare(context, rule, fact, said);
        }
    }

    // "Then the equation becomes", somewhere between what the letters mean and the equation.
    private static bool IsLedTo(StepContext context, EquationFact fact, List<EquationFact> meanings)
    {
        var from = meanings.Where(other => context.Analysis.Equations.Contains(other)).Select(other => other.End).DefaultIfEmpty(0).Max();
        var words = context.Quote(TextSpan.FromBounds(Math.Min(from, fact.Start), fact.Start)).ToLowerInvariant();
        var lexicon = context.Analysis.Lexicon;
        return lexicon.Has(PhraseRole.Leads, words) || lexicon.Has(PhraseRole.Concluded, words);
    }

    // Of vectors no number is a term.
    private static bool AddsNumber(Polynomial equation) => !equation.Terms.GetValueOrDefault(Monomial.One).IsZero;

    private static void Compare(StepContext context, Rule rule, EquationFact fact, Polynomial said)
    {
        var near = context.EquationsBefore(fact.Symbols, fact.Statement).ToList();
        var meanings = near.Where(other => other.Left is Symbol { Name: var name } && fact.Symbols.Contains(name)
            && other.Right is Call && other.Symbols.Any(symbol => symbol != name)
            && !ExpressionInspector.Symbols(other.Right).Contains(name))
            .DistinctBy(other => other.Key).ToList();
        // Of two expressions that a letter is said to be, either may be meant.
        if (meanings.Count == 0 || meanings.DistinctBy(other => other.Left).Count() < meanings.Count
            || meanings.Exists(other => TiedEquations.Polynomials(other) is not [_])
            || !fact.Symbols.IsSubsetOf(meanings.Select(other => ((Symbol)other.Left).Name)) || !IsLedTo(context, fact, meanings))
            return;
        var definitions = meanings.SelectMany(TiedEquations.Polynomials).ToList();
        var letters = meanings.SelectMany(other => other.Symbols).Concat(fact.Symbols).ToHashSet(StringComparer.Ordinal);
        var known = context.EquationsBefore(letters, fact.Statement)
            .Where(other => !meanings.Contains(other) && !other.IsRewriting && other.Key != fact.Key && !UnfoundedEquations.IsValue(other)
                && !other.Symbols.Overlaps(fact.Symbols))
            .DistinctBy(other => other.Key).TakeLast(MostKnown);
        foreach (var other in known)
        {
            var parts = TiedEquations.Polynomials(other);
            if (parts.Count == 0 || (context.Facts.Traits.HasVectors && !parts.Append(said).All(AddsNumber))
                || EquationSystem.IsImpossible([.. definitions, .. parts])
                || EquationSystem.IsImpossible([.. definitions, said]) || !EquationSystem.IsImpossible([.. definitions, .. parts, said]))
                continue;
            var with = string.Join(", ", meanings.Select(meaning => meaning.Key));
            context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
                $"{fact.Key} does not follow from {other.Key}: with {with} no values satisfy both.",
                Evidence.Of(("first", other.Key), ("second", fact.Key), ("why", $"with {with} no values satisfy both"))));
            return;
        }
    }
}

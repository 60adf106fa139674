using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>An equation in several letters that has all terms of the one before but for a number: it is that one rewritten, with a slip,
/// and whatever else is known of the letters, no values satisfy both.</summary>
internal static class ParallelEquations
{
    // Terms with letters: so many in common are no accident, whatever words stand between.
    private const int FewestTerms = 3, MostlyAlike = 4, Alike = 5, Beside = 80;

    /// <summary>Reports under <paramref name="rule"/> the equations that differ from the one before by a number.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits.HasOtherLaws)
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            var second = equations[i];
            if (second.Link > 0 || second.Symbols.Count < 2 || second.Difference is not { IsPolynomial: true, Top: { IsZero: false } g })
                continue;
            var statement = context.Analysis.Statements[second.Statement];
            if (!ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement) || context.Analysis.HasCases)
                continue;
            var scaled = Scaled(context, statement, i, g);
            if ((scaled ?? Before(context, i)) is not { } first
                || first.Difference is not { IsPolynomial: true, Top: { IsZero: false } f } || !first.Symbols.SetEquals(second.Symbols)
                || Distance(f, g) is not { IsZero: false } distance
                || (scaled is null && !IsRewritten(context, statement, first, i, f.Terms.Keys.Count(HasAtom))))
                continue;
            var why = $"the two differ by {Rational.Abs(distance)} and by nothing else, so no values satisfy both";
            context.Report(new Draft(rule, TextSpan.FromBounds(second.Start, second.End),
                $"{second.Key} does not follow from {first.Key}: {why}.",
                Evidence.Of(("first", first.Key), ("second", second.Key), ("why", why))));
        }
    }

    // "Multiply the first equation by 3: 3x + 3y = 20": the one equation before, in whatever step, that has its terms with letters.
    private static EquationFact? Scaled(StepContext context, Statement statement, int index, Polynomial terms)
    {
        if (!statement.Lexicon.Has(PhraseRole.Scaled, statement.Bridge) && !IsQuoted(statement))
            return null;
        var known = context.Facts.EquationsOn(context.Analysis.Equations[index].Symbols).Concat(context.Analysis.Equations.Take(index))
            .Where(fact => fact.Difference is { IsPolynomial: true, Top: { IsZero: false } f } && Distance(f, terms) is not null)
            .DistinctBy(fact => fact.Key).ToList();
        return known is [var only] && only.Difference!.Top.Terms.Keys.Count(HasAtom) > 1 ? only : null;
    }

    // "From (1) and (2) we know x + u = 2 and v - y = -7": an equation that was said before.
    private static bool IsQuoted(Statement statement)
    {
        var words = statement.Before.Length > Beside ? statement.Before[^Beside..] : statement.Before;
        return statement.Lexicon.Has(PhraseRole.Known, words);
    }

    // The equation with letters before it, in the step or at the end of the one before.
    private static EquationFact? Before(StepContext context, int index)
    {
        var equations = context.Analysis.Equations;
        for (var i = index - 1; i >= 0; i--)
        {
            if (equations[i].Symbols.Count > 0)
                return equations[i].Statement < equations[index].Statement ? equations[i] : null;
        }

        return context.Facts.LastEquation;
    }

    private static bool IsRewritten(StepContext context, Statement statement, EquationFact first, int index, int terms)
    {
        var words = index == 0 ? statement.Bridge : context.Analysis.Lower;
        if (terms < FewestTerms || statement.Lexicon.Has(PhraseRole.Moved, words)
            || (terms < Alike && statement.Lexicon.Has(PhraseRole.Alternative, statement.Bridge)))
            return false;
        if (terms >= Alike)
            return true;
        var isNext = statement.Index == 0 || (index > 0 && ReferenceEquals(context.Analysis.Equations[index - 1], first)
            && first.Statement == statement.Index - 1);
        return isNext && (DerivationBridge.Derives(statement.Bridge, statement.Lexicon)
            || (terms >= MostlyAlike && !statement.Lexicon.Has(PhraseRole.Blocks, statement.Bridge)));
    }

    // What the second adds to the first once their terms with letters are alike; null where they are not.
    private static Rational? Distance(Polynomial first, Polynomial second)
    {
        Rational? factor = null;
        var shared = 0;
        foreach (var (monomial, coefficient) in first.Terms.Where(term => HasAtom(term.Key)))
        {
            if (!second.Terms.TryGetValue(monomial, out var other) || (factor is { } known && other != coefficient * known))
                return null;
            factor ??= other / coefficient;
            shared++;
        }

        return factor is { } scale && second.Terms.Keys.Count(HasAtom) == shared
            ? (second.Terms.GetValueOrDefault(Monomial.One) / scale) - first.Terms.GetValueOrDefault(Monomial.One) : null;
    }

    private static bool HasAtom(Monomial monomial) => monomial.Degree > 0;
}

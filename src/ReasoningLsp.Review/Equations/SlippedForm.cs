using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"We know that r² - 7r + b = 0, so from this equation b = r² - 7r": an equation solved for a letter, but for its sign or a
/// factor. Both could hold only where the letter is zero.</summary>
internal static class SlippedForm
{
    private const int Beside = 60;

    private static readonly PhraseSet s_rewrites = new([.. LanguagePhrases.InAll(PhraseRole.Rewritten)]);

    /// <summary>Reports under <paramref name="rule"/> what is a multiple of the solved equation.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } or { HasVectors: true } or { IsBoolean: true }
            || context.Facts.HasCases || context.Analysis.HasCases)
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact is not { Link: 0, Left: Symbol { Name: var name } } || statement.Chain.Signs is not ["="]
                || fact.Symbols.Count is < 2 or > 4 || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || !IsOfKnown(statement) || statement.Has(UnfoundedEquations.Unsure) || !PutBack.IsExact(fact.Right)
                || ExpressionInspector.Symbols(fact.Right).Contains(name))
                continue;
            if (Slipped(context, fact, name) is { } known)
            {
                context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
                    $"{fact.Key} does not follow from {known.Key}: both hold only for {name} = 0.",
                    Evidence.Of(("first", known.Key), ("second", fact.Key), ("why", $"both hold only for {name} = 0"))));
            }
        }
    }

    // "From the original equation", "substituting", "rewriting it as": nothing new is said of the letter.
    private static bool IsOfKnown(Statement statement)
    {
        var words = statement.Before.Length > Beside ? statement.Before[^Beside..] : statement.Before;
        return (statement.Lexicon.Has(PhraseRole.KnownBefore, words) || s_rewrites.OccursIn(words))
            && !statement.Lexicon.Has(PhraseRole.Introduced, words) && !statement.Lexicon.Has(PhraseRole.PutIn, words);
    }

    // An equation in the same letters gives a multiple of what is said, and none gives what is said.
    private static EquationFact? Slipped(StepContext context, EquationFact fact, string name)
    {
        EquationFact? found = null;
        foreach (var known in context.EquationsBefore([name], fact.Statement))
        {
            if (!known.Symbols.SetEquals(fact.Symbols) || known.IsRewriting)
                continue;
            if (Multiple(known, fact, name) is not { } multiple)
                continue;
            if (multiple == Rational.One)
                return null;
            if (PutBack.IsExact(known.Left) && PutBack.IsExact(known.Right))
                found = known;
        }

        return found;
    }

    // a·s + b = 0 and s = e: how often -b/a is in e, where that is a number.
    private static Rational? Multiple(EquationFact known, EquationFact fact, string name)
    {
        if (known.Difference is not { IsPolynomial: true, Top: var top } || top.DegreeIn(name) != 1
            || fact.Difference is not { IsPolynomial: true, Top: var said } || said.DegreeIn(name) != 1
            || top.Coefficient(name, 0).Multiply(said.Coefficient(name, 1)) is not { IsZero: false } one
            || said.Coefficient(name, 0).Multiply(top.Coefficient(name, 1)) is not { IsZero: false } other || !other.IsMultipleOf(one))
            return null;
        var (monomial, coefficient) = one.Terms.First();
        return other.Terms[monomial] / coefficient;
    }
}

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"(x + 2)/(x(x + 1)(x + 3)) = A/x + B/(x + 1) + C/(x + 3). For x = -3, C = 1/6": what is said of the numerators of partial
/// fractions must go with the one choice of them for which both sides are the same.</summary>
internal static class FixedConstants
{
    /// <summary>Reports under <paramref name="rule"/> what does not, of values or of other equations.</summary>
    /// <param name="context">The step.</param>
    /// <param name="rule">RR104 for values, RR105 for other equations.</param>
    /// <param name="ofValues">Which of the two.</param>
    public static void Report(StepContext context, Rule rule, bool ofValues)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { HasOtherBase: true } or { HasSpecialNumbers: true }
            or { RedefinesNotation: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (fact.Symbols.Count == 0 || UnfoundedEquations.IsValue(fact) != ofValues || fact.IsRewriting)
                continue;
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact.Link > 0 || statement.Chain.Signs is not ["="] || !ClaimGuard.IsCalculated(statement) || IsTried(statement)
                || statement.Has(UnfoundedEquations.Unsure) || statement.Lexicon.Has(PhraseRole.Introduced, statement.Bridge)
                || Contradictions.Follow(context.Analysis.Plain, statement) || PartialFractions.Of(fact) is not null
                || Identity(context, fact) is not { } found || !found.Identity.Excludes(found.Said))
                continue;
            Report(context, rule, found.Said, found.Identity);
        }
    }

    // "If I plug in x = -3, I get 4C = 1": a value of the variable is tried, and what it gives is none.
    private static bool IsTried(Statement statement) => ClaimGuard.IsTried(statement)
        && !statement.Lexicon.Has(PhraseRole.Concluded, statement.Bridge) && !statement.Lexicon.Has(PhraseRole.Leads, statement.Bridge);

    // The one decomposition in whose constants the equation is, and the equation with products of them, as A(x - 1) is beside it; null
    // where there are two.
    private static (PartialFractions Identity, EquationFact Said)? Identity(StepContext context, EquationFact fact)
    {
        (PartialFractions Identity, EquationFact Said)? found = null;
        foreach (var other in context.EquationsBefore(fact.Symbols, fact.Statement))
        {
            if (other.Link > 0 || PartialFractions.Of(other) is not { } identity
                || Multiplied(context, fact, identity) is var said && !other.Symbols.IsSupersetOf(said.Symbols))
                continue;
            if (found is var (first, _) && !EquationPair.AreProportional(first.Fact, other))
                return null;
            found ??= (identity, said);
        }

        // What follows from a wrong one is told once, and other letters of the same names are not told at all.
        return found is var (known, equation) && equation.Symbols.Overlaps(known.Constants)
            && !context.EquationsBefore([.. known.Constants, known.Variable], fact.Statement).Any(other => other.Link == 0
                && PartialFractions.Of(other) is null && Multiplied(context, other, known) is var before
                && before.Symbols.Overlaps(known.Constants) && known.Excludes(before)) ? found : null;
    }

    private static EquationFact Multiplied(StepContext context, EquationFact fact, PartialFractions identity)
    {
        var (left, right) = (Multiplied(fact.Left, identity), Multiplied(fact.Right, identity));
        return new EquationFact(fact.Statement, fact.Link, left, right, ExpressionInspector.Symbols(left, right), fact.Start, fact.End,
            context.Tools.Identities);
    }

    private static Expression Multiplied(Expression side, PartialFractions identity) => ExpressionRewriter.Rewrite(side, node =>
        node is FunctionValue { Arguments: [var argument] } value && identity.Constants.Contains(value.Name)
            ? new Call(Operation.Multiply, [new Symbol(value.Name), argument]) : null);

    private static void Report(StepContext context, Rule rule, EquationFact fact, PartialFractions identity)
    {
        var why = $"both sides are the same for every {identity.Variable} with other values alone";
        context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
            $"{fact.Key} does not go with {identity.Fact.Key}: {why}.",
            Evidence.Of(("first", identity.Fact.Key), ("second", fact.Key), ("why", why))));
    }
}

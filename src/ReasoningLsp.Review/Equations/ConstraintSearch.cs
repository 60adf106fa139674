using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>Finds facts that tie symbols together, which may be what makes two different expressions equal.</summary>
internal static class ConstraintSearch
{
    // Facts that are tried against a claim one by one before they are taken for an excuse.
    private const int MostTried = 3;

    /// <summary>Whether the problem, an earlier step or an earlier statement of this step ties the symbols in another way than
    /// <paramref name="known"/> does.</summary>
    public static bool IsTied(StepContext context, HashSet<string> symbols, int statement, EquationFact known) =>
        Ties(context, symbols, statement, 0, known.Statement).Any(fact => !EquationPair.AreProportional(fact, known));

    /// <summary>Whether one of its symbols was said to stand for an expression in the others, and with that in its place
    /// <paramref name="claim"/> holds. Another letter that makes <paramref name="known"/> hold too is a solution of it, and explains
    /// nothing.</summary>
    public static bool HoldsByDefinition(StepContext context, EquationFact claim, EquationFact known)
    {
        foreach (var fact in context.Facts.EquationsOn(claim.Symbols))
        {
            if (fact.Left is not Symbol { Name: var name } || !claim.Symbols.Contains(name) || !fact.Symbols.IsSubsetOf(claim.Symbols)
                || ExpressionInspector.Symbols(fact.Right).Contains(name))
                continue;
            Expression Defined(Expression expression) => ExpressionRewriter.PutIn(expression, name, fact.Right);
            if (context.Tools.Identities.Compare(Defined(claim.Left), Defined(claim.Right)).Agrees
                && !(fact.Right is Symbol && context.Tools.Identities.Compare(Defined(known.Left), Defined(known.Right)).Agrees))
                return true;
        }

        return false;
    }

    /// <summary>Whether what ties the symbols may make the claim true: a single fact that has no solution in common with it
    /// cannot.</summary>
    public static bool MayExcuse(StepContext context, EquationFact claim)
    {
        if (claim.IsImpossible)
            return false;
        if (AreShortNames(context, claim))
            return true;
        var ties = Ties(context, [.. claim.Symbols], claim.Statement, claim.Link, -1).DistinctBy(fact => fact.Key).Take(MostTried).ToList();
        // Of one letter each fact must hold with the claim; several facts on several letters may make it true together.
        return (ties.Count > 1 && claim.Symbols.Count > 1) || (ties.Count > 0
            && ties.TrueForAll(fact => EquationPair.Compare(fact, claim, false, context.Tools, context.CancellationToken) is null));
    }

    // "Let s = sin x and c = cos x": two names for expressions in what is not named here may be tied by any identity.
    private static bool AreShortNames(StepContext context, EquationFact claim) => context
        .EquationsBefore(claim.Symbols, claim.Statement)
        .Where(fact => fact.Left is Symbol { Name: var name } && claim.Symbols.Contains(name) && fact.Right is Call
            && !ExpressionInspector.Symbols(fact.Right).Overlaps(claim.Symbols))
        .Select(fact => fact.Left).Distinct().Count() > 1;

    private static IEnumerable<EquationFact> Ties(StepContext context, HashSet<string> symbols, int statement, int link, int alsoIgnored)
    {
        var earlier = context.Analysis.Equations.Where(
            fact => (fact.Statement < statement || (fact.Statement == statement && fact.Link < link && !IsOfFractions(fact)))
                && fact.Statement != alsoIgnored);
        return context.Facts.EquationsOn(symbols).Concat(earlier).Where(fact => Ties(fact, symbols));
    }

    // One fraction after the other in a chain is cancelled, and no equation that the next ones may use.
    private static bool IsOfFractions(EquationFact fact) =>
        fact is { Left: Call { Operation: Operation.Divide }, Right: Call { Operation: Operation.Divide } };

    private static bool Ties(EquationFact fact, HashSet<string> symbols)
    {
        // A definition of a new name ties nothing: S = x + y. Nor does f(x) = …, nor an equation with a symbol that is free.
        if (!fact.Symbols.IsSubsetOf(symbols) || fact.Left is FunctionValue
            || (fact.Left is Symbol { Name: var name } && !symbols.Contains(name)))
            return false;
        return !fact.Identity.Agrees;
    }
}

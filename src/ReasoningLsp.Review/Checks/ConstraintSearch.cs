using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Checks;

/// <summary>Finds facts that tie symbols together, which may be what makes two different expressions equal.</summary>
internal static class ConstraintSearch
{
    /// <summary>Whether the problem, an earlier step or an earlier statement of this step ties the symbols, the given link and what follows it apart.</summary>
    public static bool IsTied(StepContext context, HashSet<string> symbols, int statement, int link, int alsoIgnored = -1)
    {
        foreach (var fact in context.Facts.EquationsOn(symbols))
        {
            if (Ties(fact, symbols))
                return true;
        }

        foreach (var fact in context.Analysis.Equations)
        {
            var isEarlier = fact.Statement < statement || (fact.Statement == statement && fact.Link < link);
            if (isEarlier && fact.Statement != alsoIgnored && Ties(fact, symbols))
                return true;
        }

        return false;
    }

    private static bool Ties(EquationFact fact, HashSet<string> symbols)
    {
        // A definition of a new name ties nothing: S = x + y. Nor does f(x) = …, nor an equation with a symbol that is free.
        if (!fact.Symbols.IsSubsetOf(symbols) || fact.Left is FunctionValue || (fact.Left is Symbol { Name: var name } && !symbols.Contains(name)))
            return false;
        return fact.Identity.Holds != true;
    }
}

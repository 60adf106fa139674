using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the values that a step gives symbols, and whether they are given for good.</summary>
internal static class ValueClaimReader
{
    private const int Beside = 40;

    // A value that is the least of several, or one that changes.
    private static readonly PhraseSet s_changing = new(
        "smallest", "largest", "minimum", "maximum", "minimal", "maximal", "least", "greatest", "should", "would", "must", "new", "initial*", "redefin*", "replac*", "chang*", "increas*", "decreas*", "becomes", "after", "before", "approximat*", "about", "roughly", "\\approx", "intersect*", "point*", "intercept*", "occurs", "set", "setting", "undefined");

    private static readonly PhraseSet s_several = new("or", "oder", "ou", "或", "to", "\\text{or}", "\\text{ or }", "\\to", "\\rightarrow");

    private static readonly PhraseSet s_concluded = new(
        "so", "thus", "hence", "therefore", "gives", "give", "get", "gets", "find", "found", "yields", "obtain", "means", "solving", "solve", "conclude", "which is", "equals", "is equal to", "we have", "dividing", "adding", "subtracting", "multiplying", "\\implies", "⇒", "\\rightarrow", "result*", "follows", "also", "donc", "daher", "所以");

    private static readonly PhraseSet s_used = new(
        "since", "with", "using", "substituting", "substitute", "plugging", "because", "as", "we know", "we found", "recall", "for", "from step*", "given that", "knowing", "mit", "avec");

    /// <summary>The claims of a step, in order.</summary>
    public static ImmutableArray<ValueClaim> Read(string text, ImmutableArray<Statement> statements)
    {
        var claims = ImmutableArray.CreateBuilder<ValueClaim>();
        bool? isOpen = null;
        foreach (var statement in statements)
        {
            var chain = statement.Chain;
            if (chain.Members[0].Expression is not Symbol symbol || chain.Modulus is not null || chain.Signs[0] != "=" || chain.Members[^1].Expression is not { } value || !ExpressionInspector.IsClosed(value))
                continue;
            isOpen ??= CaseWords.OccurIn(text) || s_changing.OccursIn(text.ToLowerInvariant());
            claims.Add(new ValueClaim(statement.Index, symbol.Name, value, isOpen.Value ? ClaimForce.Passing : Force(statement, value), chain.Start, chain.End));
        }

        return claims.ToImmutable();
    }

    private static ClaimForce Force(Statement statement, Expression value)
    {
        if (!statement.Chain.Signs.All(sign => sign == "=") || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
            || s_several.OccursIn(FirstWords(statement.After)) || s_several.OccursIn(LastWords(statement.Before))
            || ExpressionInspector.Nodes(value).Any(node => node is Call { Operation: Operation.PlusMinus } or Collection))
            return ClaimForce.Passing;
        if (s_used.OccursIn(LastWords(statement.Before)))
            return ClaimForce.Used;
        return s_concluded.OccursIn(statement.Before) || s_concluded.OccursIn(statement.Bridge) ? ClaimForce.Concluded : ClaimForce.Passing;
    }

    private static string FirstWords(string text) => text.Length > Beside ? text[..Beside] : text;

    private static string LastWords(string text) => text.Length > Beside ? text[^Beside..] : text;
}

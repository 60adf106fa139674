using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the values that a step gives symbols, and whether they are given for good.</summary>
internal static class ValueClaimReader
{
    private const int Beside = 40;

    /// <summary>The claims of a step, in order.</summary>
    public static ImmutableArray<ValueClaim> Read(string text, ImmutableArray<Statement> statements, Lexicon lexicon)
    {
        var claims = ImmutableArray.CreateBuilder<ValueClaim>();
        bool? isOpen = null;
        foreach (var statement in statements)
        {
            var chain = statement.Chain;
            if (chain.Members[0].Expression is not Symbol symbol || chain.Modulus is not null || chain.Signs[0] != "="
                || chain.Members[^1].Expression is not { } value || !ExpressionInspector.IsClosed(value))
                continue;
            isOpen ??= text.ToLowerInvariant() is var lower
                && (CaseWords.OccurIn(lower, lexicon) || lexicon.Has(PhraseRole.Changing, lower));
            claims.Add(new ValueClaim(statement.Index, symbol.Name, value, isOpen.Value ? ClaimForce.Passing : Force(statement, value),
                chain.Start, chain.End));
        }

        return claims.ToImmutable();
    }

    /// <summary>The claims of a problem: what it gives a letter once and on no other condition is given.</summary>
    public static ImmutableArray<ValueClaim> Given(StepAnalysis problem) => [.. problem.Values.Select(claim =>
        IsGiven(problem.Statements[claim.Statement], claim.Value, problem.Lexicon)
        && problem.Values.Count(other => other.Symbol == claim.Symbol) == 1
            ? new ValueClaim(claim.Statement, claim.Symbol, claim.Value, ClaimForce.Given, claim.Start, claim.End) : claim)];

    private static bool IsGiven(Statement statement, Expression value, Lexicon lexicon) =>
        statement.Chain.Signs.All(sign => sign == "=") && !IsOneOfSeveral(lexicon, FirstWords(statement.After))
        && !IsOneOfSeveral(lexicon, LastWords(statement.Before)) && !IsSeveral(value)
        && (lexicon.Has(PhraseRole.Used, LastWords(statement.Before)) || lexicon.Has(PhraseRole.Supposed, LastWords(statement.Before)));

    private static bool IsSeveral(Expression value) =>
        ExpressionInspector.Nodes(value).Any(node => node is Call { Operation: Operation.PlusMinus } or Collection);

    private static ClaimForce Force(Statement statement, Expression value)
    {
        if (!statement.Chain.Signs.All(sign => sign == "=") || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
            || IsOneOfSeveral(statement.Lexicon, FirstWords(statement.After))
                || IsOneOfSeveral(statement.Lexicon, LastWords(statement.Before))
            || IsSeveral(value))
            return ClaimForce.Passing;
        if (statement.Lexicon.Has(PhraseRole.Used, LastWords(statement.Before)))
            return ClaimForce.Used;
        return statement.Lexicon.Has(PhraseRole.Concluded, statement.Before)
            || statement.Lexicon.Has(PhraseRole.Concluded, statement.Bridge) ? ClaimForce.Concluded : ClaimForce.Passing;
    }

    private static bool IsOneOfSeveral(Lexicon lexicon, string words) => lexicon.Has(PhraseRole.Several, words);

    private static string FirstWords(string text) => text.Length > Beside ? text[..Beside] : text;

    private static string LastWords(string text) => text.Length > Beside ? text[^Beside..] : text;
}

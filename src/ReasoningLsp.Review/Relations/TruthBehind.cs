using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Relations;

/// <summary>"Lisa got 3 + 4 · 2 = 14. Right would be 11.": the true value stands behind the false one, and a word that corrects
/// it.</summary>
internal static class TruthBehind
{
    /// <summary>Whether it does, in the sentence or in the next one.</summary>
    public static bool Stands(StepAnalysis analysis, Statement statement, Judgment judgment)
    {
        if (judgment.Left?.Exact is not { } truth || !statement.Lexicon.Has(PhraseRole.Corrects, statement.After))
            return false;
        var end = statement.Chain.End + statement.After.Length;
        return analysis.Tokens.Any(token => token.Kind == TokenKind.Number && token.Start >= statement.Chain.End && token.Start < end
            && token.Value == truth);
    }
}

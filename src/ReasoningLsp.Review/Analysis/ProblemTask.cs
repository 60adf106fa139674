using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a problem wants: an expression in another form, or an unknown.</summary>
internal static class ProblemTask
{
    /// <summary>Whether it wants an expression expanded, simplified, factored, derived or worked out, and nothing solved.</summary>
    public static bool Is(StepAnalysis problem) => Has(problem, PhraseRole.Task) && !Has(problem, PhraseRole.Unknown);

    private static bool Has(StepAnalysis problem, PhraseRole role) => problem.Lexicon.Has(role, problem.Lower);
}

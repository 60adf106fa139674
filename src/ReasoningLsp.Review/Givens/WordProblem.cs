using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Givens;

/// <summary>Whether a problem is told in words, so that its numbers are amounts and each is given for something.</summary>
internal static class WordProblem
{
    /// <summary>No formula, no letter that stands for a number, and no language that is not known.</summary>
    public static bool Is(StepAnalysis problem) => !problem.Lexicon.HasUnknown && problem.Statements.IsEmpty
        && !problem.Tokens.Any(token => token is { InMath: true } or { Kind: TokenKind.Letter });
}

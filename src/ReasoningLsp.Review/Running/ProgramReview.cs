using System.Collections.Immutable;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Running;

/// <summary>Joins a review and what came of running its programs.</summary>
public static class ProgramReview
{
    /// <summary>The review with what is known of its programs, and a finding wherever one prints something else than is stated.</summary>
    public static TraceReview WithPrograms(this TraceReview review, ImmutableArray<ProgramOutcome> programs, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (programs.IsDefaultOrEmpty)
            return review;
        var found = ProgramOutputCheck.Of(review, programs, options).ToList();
        return (found.Count == 0 ? review : review.WithFindings([.. review.Findings, .. found])) with { Programs = programs };
    }
}

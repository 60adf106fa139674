using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Conditions after <c>applies when:</c> that are decided without a model.</summary>
internal static class Conditions
{
    private static readonly PhraseSet s_proof = new("prove", "proves", "proof", "show that", "demonstrate that");

    /// <summary>Whether the condition holds, or null where only a reader could say.</summary>
    public static bool? Holds(string condition, TraceReview review)
    {
        var trace = review.Trace;
        var problem = (trace.Problem?.Text ?? string.Empty).ToLowerInvariant();
        return condition.Trim().TrimEnd('.').ToLowerInvariant() switch
        {
            "always" => true,
            "a reference answer is given" or "there is a reference answer" => !string.IsNullOrWhiteSpace(trace.Settings.Answer),
            "the problem is given" or "there is a problem" => trace.Problem is not null,
            "the problem asks for a proof" or "it is a proof" => trace.Problem is null ? null : s_proof.OccursIn(problem),
            "the problem asks for a value" or "the problem does not ask for a proof" =>
                trace.Problem is null ? null : !s_proof.OccursIn(problem),
            "there is more than one step" or "the solution has several steps" => trace.Steps.Length > 1,
            "there are equalities" or "the solution calculates" =>
                review.Steps.Any(step => step.Relations.Any(relation => !relation.IsInWords)),
            "the problem has numbers" => trace.Problem is null ? null : problem.Any(char.IsDigit),
            _ => null,
        };
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>
/// What padding cannot raise: the Clip and Delta rewards of "On Designing Effective RL Reward at Training Time for LLM
/// Reasoning" (arXiv:2410.15115, "Clip mechanism" and "Delta mechanism"), without the outcome's own reward.
/// </summary>
/// <remarks>
/// Clip: c(k) = min(r(k) − η, 0), with the profile's threshold for η. A step of any score adds at most 0, so no further
/// step raises the sum. Delta: d(k) = r(k) − r(k + 1), and r(k) itself for the last step; from any step on they sum to its
/// own score, so what is put in between changes nothing before it. A step that is still being written does not count.
/// </remarks>
/// <param name="Steps">One entry a finished step, in order.</param>
public sealed record ClipDelta(ImmutableArray<StepCredit> Steps)
{
    /// <summary>What the steps lose under the threshold, together: 0 is best; null where the profile has no threshold.</summary>
    public double? Clip => Steps.IsEmpty || Steps[0].Clip is null ? null : Steps.Sum(step => step.Clip!.Value);

    /// <summary>The step into which the score falls most, and by how much; null where it falls nowhere.</summary>
    public (int Step, double Fall)? LargestFall => Steps.Skip(1).Select((step, before) => (step.Step, Fall: Steps[before].Delta))
        .Where(step => step.Fall > 0).OrderByDescending(step => step.Fall).ThenBy(step => step.Step).Select(step => ((int, double)?)step)
        .FirstOrDefault();

    /// <summary>Of a trace's scores.</summary>
    public static ClipDelta Of(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ImmutableArray<StepScore> steps = [.. scores.Steps.Where(step => !step.IsPartial)];
        // A value that is low because the problem is hard is nothing that a step lost.
        var clipAt = scores.Profile.Signal == ScoreSignal.Correctness ? scores.Profile.Threshold : null;
        return new ClipDelta([.. steps.Select((step, at) => new StepCredit(
            step.Step,
            clipAt is { } threshold ? Math.Min(step.Value - threshold, 0) : null,
            at + 1 < steps.Length ? step.Value - steps[at + 1].Value : step.Value))]);
    }
}

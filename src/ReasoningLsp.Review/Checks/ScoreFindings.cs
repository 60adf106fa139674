using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>
/// What a reward model's scores say of a trace. Only the first doubted step warns; what follows builds on it. A weak model
/// only hints, unless an exact check says the same of that step.
/// </summary>
public static class ScoreFindings
{
    /// <summary>The findings for <paramref name="scores"/> of the trace that <paramref name="review"/> checked.</summary>
    public static ImmutableArray<Finding> Of(TraceReview review, TraceScores scores, ReviewOptions options)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(options);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var first = -1;
        foreach (var score in scores.Steps.Where(score => !score.IsPartial))
        {
            var step = review.Trace.Steps[score.Step];
            if (Doubt.Of(scores, score.Step))
            {
                var isFirst = first < 0;
                first = isFirst ? score.Step : first;
                var own = isFirst && (!scores.Profile.HintsOnly || IsRefuted(review, score.Step)) ? Severity.Warning : Severity.Hint;
                Add(findings, options, RuleOf(scores.Profile), own, step, Message(scores, score, isFirst ? null : first),
                    Evidence(scores, score));
            }

            if (score.Redundancy >= scores.Profile.RedundancyThreshold)
            {
                Add(findings, options, RuleCatalog.RedundantStep, Severity.Hint, step,
                    $"This step probably adds nothing: the reward model gives its redundancy {ScoreText.Number(score.Redundancy!.Value)}.",
                    Findings.Evidence.Of(("redundancy", ScoreText.Number(score.Redundancy.Value)),
                    ("threshold", ScoreText.Number(scores.Profile.RedundancyThreshold!.Value)), ("model", ScoreText.Model(scores))));
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>Whether an exact check found the step wrong.</summary>
    public static bool IsRefuted(TraceReview review, int step)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Findings.Any(finding => finding.Step == step
            && finding.Severity is Severity.Error or Severity.Warning
            && finding.Rule.Refutes);
    }

    private static Rule RuleOf(Profile profile) => profile.Signal == ScoreSignal.Value ? RuleCatalog.ScoreDrop : RuleCatalog.LowScore;

    private static void Add(ImmutableArray<Finding>.Builder findings, ReviewOptions options, Rule rule, Severity own, Step step,
        string message, Evidence evidence)
    {
        if (options.SeverityOf(rule) is not { } configured)
            return;
        // What only hints stays a hint, however loud the rule is set.
        var span = step.Text.ToOriginal(new TextSpan(0, step.Text.Text.Length));
        findings.Add(new Finding(rule, own == Severity.Hint ? Severity.Hint : configured, step.Index, message, span, evidence, [], []));
    }

    private static string Message(TraceScores scores, StepScore score, int? first)
    {
        var value = ScoreText.Number(score.Value);
        if (first is { } step)
            return $"Builds on step {step + 1}, which is doubted: the reward model gives {value} here.";
        if (scores.Profile.Signal == ScoreSignal.Value)
            return $"From here the right answer is less likely: the reward model's value falls from "
                + $"{ScoreText.Number(scores.Steps[score.Step - 1].Value)} to {value}.";
        var calibrated = ScoreText.Calibrated(scores.Profile, score.Value);
        return calibrated is null
            ? $"This step may be wrong: the reward model gives it {value}, below {ScoreText.Number(scores.Profile.Threshold!.Value)}."
            : $"This step may be wrong: the reward model gives it {value}; {calibrated}.";
    }

    private static Evidence Evidence(TraceScores scores, StepScore score)
    {
        var profile = scores.Profile;
        var items = new List<(string, string)> { ("score", $"{ScoreText.Number(score.Value)} ({ScoreText.Meaning(profile.Signal)})") };
        if (profile.Signal == ScoreSignal.Value && profile.Drop is { } drop)
            items.Add(("threshold", $"a drop of more than {ScoreText.Number(drop)}"));
        else if (profile.Threshold is { } threshold)
            items.Add(("threshold", ScoreText.Number(threshold)));
        items.Add(("calibration",
            ScoreText.Calibrated(profile, score.Value) is { } calibrated
            ? $"{calibrated}{(profile.CalibrationSource is { } source ? $" (measured on {source})" : string.Empty)}"
                : "none: nobody measured how often such steps are right"));
        if (score.IsWindowed)
            items.Add(("window", "earlier steps were left out, because the model cannot read them all"));
        items.Add(("model", ScoreText.Model(scores)));
        return Findings.Evidence.Of([.. items]);
    }
}

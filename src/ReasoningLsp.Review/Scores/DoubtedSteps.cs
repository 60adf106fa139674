using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scores;

/// <summary>
/// The steps of a trace that a reward model doubts. Only the first warns; what follows builds on it. A weak model only hints, unless
/// an exact check says the same of that step.
/// </summary>
internal static class DoubtedSteps
{
    /// <summary>A finding of <paramref name="rule"/> for each of them; none where the rule is off.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="options">Which rules run, and how loudly.</param>
    /// <param name="isRefuted">Whether an exact check found a step wrong.</param>
    /// <param name="message">What is said of the first.</param>
    public static IEnumerable<Finding> Of(Rule rule, Trace trace, TraceScores scores, ReviewOptions options, Func<int, bool> isRefuted,
        Func<StepScore, string> message)
    {
        var first = -1;
        foreach (var score in scores.Steps.Where(score => !score.IsPartial && Doubt.Of(scores, score.Step)))
        {
            var isFirst = first < 0;
            first = isFirst ? score.Step : first;
            var warns = isFirst && (!scores.Profile.HintsOnly || isRefuted(score.Step));
            var said = isFirst
                ? message(score) + ScoreText.Unverified(scores.Profile)
                : $"Builds on step {first + 1}, which is doubted: the reward model gives {ScoreText.Number(score.Value)} here.";
            if (On(rule, trace.Steps[score.Step], options, !warns, said, EvidenceOf(scores, score, trace.Settings.Language)) is { } finding)
                yield return finding;
        }
    }

    /// <summary>The finding on a step; null where the rule is off. What only hints stays a hint, however loud the rule is set.</summary>
    public static Finding? On(Rule rule, Step step, ReviewOptions options, bool onlyHints, string message, Evidence evidence) =>
        options.SeverityOf(rule) is { } severity
            ? new Finding(rule, onlyHints ? Severity.Hint : severity, step.Index, message,
                step.Text.Whole, evidence, [], [])
            : null;

    private static Evidence EvidenceOf(TraceScores scores, StepScore score, string? language)
    {
        var profile = scores.Profile;
        var items = new List<(string, string)> { ("score", $"{ScoreText.Number(score.Value)} ({ScoreText.Meaning(profile)})") };
        if (profile.Signal == ScoreSignal.Value && Doubt.Before(scores, score.Step) is { } before && profile.Drop is { } drop)
        {
            items.Add((score.Step > 0 ? "before" : "problem alone", ScoreText.Number(before)));
            items.Add(("threshold", $"a drop of more than {ScoreText.Number(drop)}"));
        }
        else if (profile.Threshold is { } threshold)
            items.Add(("threshold", ScoreText.Number(threshold)));
        items.Add(("calibration",
            ScoreText.Calibrated(profile, score.Value, language) is { } calibrated
            ? calibrated + (profile.Measured is null && profile.CalibrationSource is { } source ? $" (measured on {source})" : string.Empty)
                : "none: nobody measured how often such steps are right"));
        if (score.IsWindowed)
            items.Add(("window", "earlier steps were left out, because the model cannot read them all"));
        items.Add(("model", ScoreText.Model(scores)));
        return Evidence.Of([.. items]);
    }
}

namespace ReasoningLsp.Runs.Statistics;

/// <summary>MR-GSM8K's score: is the solution right, where is the first error, and what is the reason.</summary>
/// <param name="Matthews">The correlation of verdicts on solutions with their labels.</param>
/// <param name="Step">Of the wrong solutions, the share whose first error was named.</param>
/// <param name="Reason">Of the wrong solutions, the share whose first error was named for the right reason; null where no reason was
/// judged.</param>
public sealed record MrScore(double Matthews, double? Step, double? Reason)
{
    /// <summary>The score of labels and verdicts.</summary>
    /// <param name="cases">First wrong step or −1, the one that was named or −1, and whether the reason is right (null where nobody
    /// judged it).</param>
    public static MrScore Of(IReadOnlyCollection<(int Label, int? Prediction, bool? Reason)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var wrong = cases.Where(each => each.Label >= 0).ToList();
        var judged = wrong.Exists(each => each.Reason is not null);
        return new MrScore(
            Agreement.Matthews(cases.Select(each => (each.Label < 0, each.Prediction == -1))),
            wrong.Count == 0 ? null : wrong.Count(each => each.Prediction == each.Label) / (double)wrong.Count,
            wrong.Count == 0 || !judged ? null
                : wrong.Count(each => each.Prediction == each.Label && each.Reason is true) / (double)wrong.Count);
    }

    /// <summary>0.2 · max(0, MCC) + 0.3 · step + 0.5 · reason; null where reasons were not judged.</summary>
    public double? Value => Step is { } step && Reason is { } reason ? (0.2 * Math.Max(0, Matthews)) + (0.3 * step) + (0.5 * reason) : null;
}

using System.Globalization;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scores;

/// <summary>Scores in words.</summary>
public static class ScoreText
{
    /// <summary>Two decimals.</summary>
    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Two decimals and the sign, a true minus.</summary>
    public static string Signed(double value) => Math.Abs(value) < 0.005 ? "0.00" : $"{(value < 0 ? "−" : "+")}{Number(Math.Abs(value))}";

    /// <summary>What a profile's numbers mean.</summary>
    public static string Meaning(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var meaning = profile.Meaning ?? Meaning(profile.Signal);
        return profile.Scale switch
        {
            ScoreScale.Difference => $"{meaning}, from −1 to 1",
            ScoreScale.Order => $"{meaning}; no probability, only their order counts",
            ScoreScale.Unbounded => $"{meaning}; any number, no probability",
            _ => meaning,
        };
    }

    private static string Meaning(ScoreSignal signal) => signal switch
    {
        ScoreSignal.Correctness => "probability that this step is right",
        ScoreSignal.Value => "probability that the solution so far still reaches the right answer",
        ScoreSignal.Progress => "change of that probability by this step",
        _ => "probability that the step adds nothing",
    };

    /// <summary>How a signal is named in data.</summary>
    public static string Name(ScoreSignal signal) => signal.ToString().ToLowerInvariant();

    /// <summary>The model's name with all that must be said of it.</summary>
    public static string Model(TraceScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var profile = scores.Profile;
        var name = profile.Name == scores.Model ? profile.Name : $"{scores.Model}, read as {profile.Name}";
        var unverified = profile.Status == ProfileStatus.Unverified ? "; the format of this profile is unverified" : string.Empty;
        var note = scores.Note is { } told ? $"; {told}" : string.Empty;
        return $"{name}{(profile.Caution is { } caution ? $"; {caution}" : string.Empty)}{unverified}{note}";
    }

    /// <summary>A sentence to append to what is said by the scores of a profile that nobody held against golden ones, or nothing.</summary>
    public static string Unverified(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Status == ProfileStatus.Unverified ? " The profile by which it is read is unverified." : string.Empty;
    }

    /// <summary>Such as <c>of such steps 38 % were right (n = 412)</c>, or that nothing is known beyond what was judged; null where nobody
    /// measured.</summary>
    /// <param name="profile">Whose score it is.</param>
    /// <param name="score">The score.</param>
    /// <param name="language">The language of the solution, or null.</param>
    public static string? Calibrated(Profile profile, double score, string? language)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Measured?.For(language) is { } measured)
        {
            return measured.At(score) is { } level
                ? string.Create(CultureInfo.InvariantCulture, $"of such steps {100 * level.Right:0} % were right (n = {level.Steps:#,0})")
                : string.Create(CultureInfo.InvariantCulture,
                    $"nothing is known of such steps: those that people judged score {measured.From:0.00} to {measured.To:0.00}");
        }

        return Calibration.Of(profile.Calibration, score) is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"of such steps {100 * share:0} % were right") : null;
    }
}

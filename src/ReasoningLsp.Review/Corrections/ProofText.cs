using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Figures and quotations in proofs.</summary>
internal static class ProofText
{
    private const int Longest = 80;

    /// <summary>Such as <c>0.31 → 0.84, threshold 0.50</c>.</summary>
    public static string Scores(Standing before, Standing after, int step)
    {
        var threshold = after.Scores?.Profile.Threshold is { } value ? $", threshold {ScoreText.Number(value)}" : string.Empty;
        return $"{Number(before.ScoreOf(step))} → {Number(after.ScoreOf(step))}{threshold}";
    }

    /// <summary>Such as <c>0.50 → 0.75</c>.</summary>
    public static string PassRates(Standing before, Standing after) =>
        $"{Number(before.Checklist?.PassRate)} → {Number(after.Checklist?.PassRate)}";

    /// <summary>A text in one line, its beginning where it is long.</summary>
    public static string Short(string text) => Cut(text.ReplaceLineEndings(" ").Trim(), Longest);

    /// <summary>The beginning of a text that is too long, never half a character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";

    private static string Number(double? value) => value is { } number ? ScoreText.Number(number) : "none";
}

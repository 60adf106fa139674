using System.Globalization;

namespace ReasoningLsp.Review.Checklists;

/// <summary>Verdicts as every format writes them.</summary>
public static class VerdictText
{
    /// <summary><c>yes</c>, <c>no</c>, <c>n/a</c> or <c>unsure</c>.</summary>
    public static string Of(ItemAnswer verdict) => verdict switch
    {
        ItemAnswer.Yes => "yes",
        ItemAnswer.No => "no",
        ItemAnswer.NotApplicable => "n/a",
        _ => "unsure",
    };

    /// <summary>The verdict of this name, or null.</summary>
    public static ItemAnswer? Parse(string name) =>
        Enum.GetValues<ItemAnswer>().Cast<ItemAnswer?>()
        .FirstOrDefault(verdict => string.Equals(Of(verdict!.Value), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who answered, such as <c>exact check every-equality-holds (RR101)</c>: with the finding that the answer repeats.</summary>
    public static string By(ItemVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Source switch
        {
            VerdictSource.Check => $"exact check {verdict.By}{(verdict.Cause is { } cause ? $" ({cause.Rule.Id})" : string.Empty)}",
            VerdictSource.Judge => $"judge {verdict.By}",
            VerdictSource.Reviewer => $"reviewer {verdict.By}".TrimEnd(),
            VerdictSource.Guard => "nobody: the text is aimed at the judge",
            _ => $"nobody: {verdict.By}",
        };
    }

    /// <summary>Such as <c>, P(YES) 0.83, neither yes nor no 0.02</c>: how a judge shares its next token between yes, no and all else;
    /// empty where none was asked.</summary>
    public static string Probability(ItemVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.PYes is not { } probability)
            return string.Empty;
        var residual = verdict.Residual is { } left ? string.Create(CultureInfo.InvariantCulture, $", neither yes nor no {left:0.00}")
            : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $", P(YES) {probability:0.00}{residual}");
    }

    /// <summary>Such as <c>pass rate 0.75 (3 yes, 1 no, 0 unsure, 2 n/a; 4 answered by exact checks)</c>.</summary>
    public static string PassRate(ChecklistReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var rate = review.PassRate is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "none, because nothing applies";
        return string.Create(CultureInfo.InvariantCulture,
            $"pass rate {rate} ({review.CountOf(ItemAnswer.Yes)} yes, {review.CountOf(ItemAnswer.No)} no, "
                + $"{review.CountOf(ItemAnswer.Unsure)} unsure, {review.CountOf(ItemAnswer.NotApplicable)} n/a; "
                + $"{review.AnsweredExactly} answered by exact checks)");
    }
}

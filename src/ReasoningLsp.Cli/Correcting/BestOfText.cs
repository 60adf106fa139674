using System.Globalization;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Ranked solutions for a person: a table, and the best as a difference.</summary>
internal static class BestOfText
{
    private const int LongestAnswer = 20;

    /// <summary>Writes them.</summary>
    public static void Write(TextWriter output, string text, BestOfResult result, BestOfOptions options, string writer, bool isWritten)
    {
        output.WriteLine($"Best of {result.Written} written by {VisibleText.Of(writer)} and the existing solution, by "
            + $"{NameOf(options.Measure)}; {Plural.Of(result.Tokens, "token")}"
            + $"{(result.IsComplete ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {result.Asked} were asked for"))}");
        List<string[]> rows = [["rank", "solution", "exact findings", "steps checked", NameOf(options.Measure), "answer", "as before",
            "agreeing"]];
        rows.AddRange(result.Ranked.Select((candidate, rank) => Row(candidate, rank + 1, result.Agreeing[rank])));
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
            output.WriteLine("  " + string.Join("  ",
                row.Select((cell, column) => cell + new string(' ', widths[column] - DisplayWidth.Of(cell)))).TrimEnd());
        foreach (var reason in result.Dropped.GroupBy(candidate => candidate.Dropped))
            output.WriteLine($"Dropped {string.Join(", ", reason.Select(candidate => candidate.Number))}: {reason.Key}.");
        output.WriteLine(Verdict(result));
        foreach (var edit in result.Winner.Edits)
        {
            Lines(output, "- ", text.Substring(edit.Span.Start, edit.Span.Length));
            Lines(output, "+ ", edit.NewText);
        }

        if (!result.Winner.Edits.IsEmpty)
            output.WriteLine(isWritten ? "Written." : "Nothing was written; --write writes it.");
    }

    private static string Verdict(BestOfResult result)
    {
        var winner = result.Winner;
        if (winner.Number == 0)
            return "The existing solution stays: none that was written is better by this measure.";
        var proof = winner.IsVerified ? "verified: every step was checked, and its answer is the reference answer"
            : winner.IsRefuted ? "not verified: exact checks refute it, and every other one too"
            : "not verified: no exact check refutes it, which is no proof";
        return string.Create(CultureInfo.InvariantCulture, $"Solution {winner.Number} is best by this measure; {proof}.");
    }

    private static string[] Row(BestOfCandidate candidate, int rank, int agreeing) =>
    [
        rank.ToString(CultureInfo.InvariantCulture),
        candidate.Number == 0 ? "existing" : candidate.Number.ToString(CultureInfo.InvariantCulture),
        candidate.ExactFindings.IsEmpty ? "none"
        : string.Create(CultureInfo.InvariantCulture,
            $"{candidate.ExactFindings.Length} "
                + $"({string.Join(", ", candidate.ExactFindings.Select(finding => finding.Rule.Id).Distinct())})"),
        string.Create(CultureInfo.InvariantCulture,
        $"{candidate.Review!.Count(StepState.Checked)} of {candidate.Review.Steps.Length}"),
        $"{(candidate.Value is { } value ? ScoreText.Number(value) : "–")}"
            + $"{(candidate.Review.Checklist is { } list ? Counts(list) : string.Empty)}",
        Short(candidate.Answer),
        candidate.HasAnswerOfOriginal switch { true => "yes", false => "no", null => "unknown" },
        agreeing.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Counts(ChecklistReview list) => string.Create(CultureInfo.InvariantCulture,
        $" ({list.CountOf(Review.Checklists.ItemAnswer.Yes)} yes, {list.CountOf(Review.Checklists.ItemAnswer.No)} no, "
            + $"{list.CountOf(Review.Checklists.ItemAnswer.Unsure)} unsure; {list.AnsweredExactly} exactly)");

    private static string NameOf(BestOfMeasure measure) => measure switch
    {
        BestOfMeasure.Checklist => "pass rate",
        BestOfMeasure.Score => "score",
        _ => "checked share",
    };

    private static string Short(string? answer)
    {
        if (answer is null)
            return "none read";
        var line = VisibleText.Of(answer.ReplaceLineEndings(" "));
        return line.Length > LongestAnswer ? line[..LongestAnswer] + "…" : line;
    }

    private static void Lines(TextWriter output, string mark, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
            output.WriteLine(mark + VisibleText.Of(line));
    }
}

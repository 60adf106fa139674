using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Solutions that are ranked, as objects that serialise.</summary>
internal static class BestOfJson
{
    private const int Schema = 1;

    /// <summary>One solution as it is ready.</summary>
    public static object Of(BestOfCandidate candidate, BestOfMeasure measure) => new
    {
        schema = Schema,
        candidate = candidate.Number,
        dropped = candidate.Dropped,
        refuted = candidate.IsRefuted,
        findings = candidate.ExactFindings.Select(
        finding => new { rule = finding.Rule.Id, step = finding.Step, message = finding.Message }),
        @checked = candidate.Review?.Count(StepState.Checked),
        steps = candidate.Review?.Steps.Length,
        measure = NameOf(measure),
        value = candidate.Value is { } value ? Math.Round(value, 6) : (double?)null,
        items = candidate.Review?.Checklist is { } list
            ? new
            {
                yes = list.CountOf(ItemAnswer.Yes),
                no = list.CountOf(ItemAnswer.No),
                unsure = list.CountOf(ItemAnswer.Unsure),
                notApplicable = list.CountOf(ItemAnswer.NotApplicable),
                exactly = list.AnsweredExactly
            }
            : null,
        answer = candidate.Answer,
        hasAnswerOfOriginal = candidate.HasAnswerOfOriginal,
        verified = candidate.IsVerified,
        tokens = candidate.Tokens,
        text = candidate.Review?.Trace.Steps.Select(step => step.Text.Text.Trim()),
    };

    /// <summary>Which is best.</summary>
    public static object Of(BestOfResult result, BestOfMeasure measure, string writer, SourceText source, bool isWritten) => new
    {
        schema = Schema,
        winner = result.Winner.Number,
        verified = result.Winner.IsVerified,
        measure = NameOf(measure),
        writer,
        ranking = result.Ranked.Select((candidate, rank) => new { candidate = candidate.Number, agreeing = result.Agreeing[rank] }),
        dropped = result.Dropped.Length,
        written = result.Written,
        asked = result.Asked,
        tokens = result.Tokens,
        complete = result.IsComplete,
        saved = isWritten,
        edits = result.Winner.Edits.Select(edit => new { line = source.PositionOf(edit.Span.Start).Line, newText = edit.NewText }),
    };

    private static string NameOf(BestOfMeasure measure) => measure switch
    {
        BestOfMeasure.Checklist => "checklist",
        BestOfMeasure.Score => "score",
        _ => "checks",
    };
}

using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>What is known of one step, or of a place that belongs to none, for a person to read: each thing once.</summary>
/// <param name="review">The review of the trace.</param>
/// <param name="links">Where the rules are explained.</param>
/// <param name="isShown">Whether the client shows the message of a finding beside the card.</param>
internal sealed class StepCard(TraceReview review, RuleLinks links, Func<Finding, bool> isShown)
{
    // More would fill the screen; the report shows all.
    private const int MostRelations = 12;

    /// <summary>The card of a step in the markup of <paramref name="writer"/>.</summary>
    public string Write(ICardWriter writer, Step step)
    {
        var own = review.Steps[step.Index];
        var state = StepScores.StateOf(review, step.Index);
        writer.Heading(StepNames.Of(step), StateWords.NameOf(state));
        // What is wrong says so itself.
        if (state is not (StepState.Flagged or StepState.Dismissed or StepState.Silenced))
            writer.Paragraph(StateWords.MeaningOf(state));
        var findings = review.Findings.Where(
            finding => finding.Step == step.Index || (finding.Step is null && finding.Span.Touches(step.Span)))
            .ToList();
        // Said of two places in one step, it is said once.
        foreach (var finding in findings.OrderByDescending(isShown).DistinctBy(finding => (finding.Rule, finding.Message)))
            Write(writer, finding, step.Text.Text);
        foreach (var aside in review.SetAside.Where(aside => aside.Finding.Step == step.Index && aside.Finding.Flags))
            writer.Aside(SetAsideText.Of(aside), aside.Finding.Message);
        foreach (var word in review.People.Findings.Where(word => word.Step == step.Index))
            writer.Aside(PeopleText.Of(word), word.Rule);
        foreach (var note in review.People.NotesAt(step.Index))
            writer.Aside(PeopleText.Head(note), note.Text);
        WriteScore(writer, step.Index, findings.Exists(finding => finding.Rule.Family == RuleFamily.RewardModel));
        // What a finding has said is not said twice.
        var said = findings.Concat(review.SetAside.Select(aside => aside.Finding)).ToList();
        var decided = own.Relations.Where(relation => relation.Verdict == RelationVerdict.Proven
            || (relation.Verdict == RelationVerdict.Refuted && !said.Exists(finding => finding.Span.Touches(relation.Span)))).ToList();
        foreach (var relation in decided.Take(MostRelations))
            writer.Relation(Signs.Of(relation.Verdict), relation.Explanation, string.Empty);
        if (decided.Count > MostRelations)
            writer.Paragraph($"and {decided.Count - MostRelations} more");
        ReadingCard.Write(writer, review, step.Index);
        ChecklistCard.Write(writer, review, step.Index);
        return writer.Text;
    }

    /// <summary>The card of findings that speak of the solution as a whole, such as of its answer.</summary>
    public string Write(ICardWriter writer, IEnumerable<Finding> findings)
    {
        writer.Heading("Answer", StateWords.NameOf(StepState.Flagged));
        foreach (var finding in findings)
            Write(writer, finding, string.Empty);
        return writer.Text;
    }

    private void WriteScore(ICardWriter writer, int step, bool isSaid)
    {
        if (review.Scores is { Whole: not null } whole)
            writer.Evidence("whole solution", $"{AggregateText.Of(whole)}, {ScoreText.Model(whole)}");
        if (review.Scores is not { } scores || StepScores.Of(review, step) is not { } score)
            return;
        if (!isSaid)
        {
            var opinion = score.IsPartial ? "The step is still being written"
                : StepScores.IsDoubted(review, step) ? "The model doubts this step"
                : Doubt.Of(scores, step) ? "The model doubts this step, and exact checks have proven it"
                : "The model does not doubt this step";
            var calibrated = ScoreText.Calibrated(scores.Profile, score.Value, review.Trace.Settings.Language) is { } share ? $"; {share}"
                : string.Empty;
            writer.Paragraph($"{opinion}{calibrated}.");
            if (review.IsRefuted(step))
                writer.Paragraph("An exact check refutes this step, and that counts whatever the score.");
            if (score.IsWindowed)
                writer.Paragraph("Earlier steps were left out, because the model cannot read them all.");
            writer.Evidence("model", ScoreText.Model(scores));
        }

        writer.Curve(scores, review.Steps.Length, step);
    }

    private void Write(ICardWriter writer, Finding finding, string step)
    {
        if (!isShown(finding))
            writer.Finding(finding.Rule.Id, links.Of(finding.Rule.Id), finding.Message);
        foreach (var (name, value) in finding.Evidence.Items.Where(item => !IsKnown(item.Value, finding.Message, step)))
            writer.Evidence(name, value);
        foreach (var question in finding.FailedItems)
            writer.Evidence("item not met", question);
    }

    // Evidence that the message or the text of the step says already.
    private static bool IsKnown(string value, string message, string step) => value.Split(" = ").All(
        part => message.Contains(part, StringComparison.Ordinal) || step.Contains(part, StringComparison.Ordinal));
}

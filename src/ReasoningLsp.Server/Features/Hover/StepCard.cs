using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>What is known of one step, for a person to read.</summary>
internal sealed class StepCard(TraceReview review, Step step, RuleLinks links)
{
    // More would fill the screen; the report shows all.
    private const int MostRelations = 12;

    /// <summary>The card in the markup of <paramref name="writer"/>.</summary>
    public string Write(ICardWriter writer)
    {
        var own = review.Steps[step.Index];
        writer.Heading(StepNames.Of(step), StateNames.NameOf(own.State));
        writer.Paragraph(StateWords.MeaningOf(own.State));
        var findings = review.Findings.Where(
            finding => finding.Step == step.Index || (finding.Step is null && finding.Span.Touches(step.Span)))
            .ToList();
        foreach (var finding in findings)
            Write(writer, finding);
        WriteScore(writer, findings.Exists(finding => finding.Rule.Family == RuleFamily.RewardModel));
        // What a finding has said is not said twice.
        var decided = own.Relations.Where(relation => relation.Verdict == RelationVerdict.Proven
            || (relation.Verdict == RelationVerdict.Refuted && !findings.Any(finding => finding.Span.Touches(relation.Span)))).ToList();
        foreach (var relation in decided.Take(MostRelations))
            writer.Relation(Signs.Of(relation.Verdict), relation.Explanation, string.Empty);
        if (decided.Count > MostRelations)
            writer.Paragraph($"and {decided.Count - MostRelations} more");
        ReadingCard.Write(writer, review, step.Index);
        ChecklistCard.Write(writer, review, step.Index);
        return writer.Text;
    }

    private void WriteScore(ICardWriter writer, bool isSaid)
    {
        if (review.Scores is { Whole: not null } whole)
            writer.Evidence("whole solution", $"{AggregateText.Of(whole)}, {ScoreText.Model(whole)}");
        if (review.Scores is not { } scores || StepScores.Of(review, step.Index) is not { } score)
            return;
        if (!isSaid)
        {
            var calibrated = ScoreText.Calibrated(scores.Profile, score.Value) is { } share ? $"; {share}" : string.Empty;
            var partial = score.IsPartial ? " so far, the step is still being written" : string.Empty;
            writer.Paragraph($"Score {ScoreText.Number(score.Value)}{partial}: {ScoreText.Meaning(scores.Profile)}{calibrated}.");
            if (review.IsRefuted(step.Index))
                writer.Paragraph("An exact check refutes this step, and that counts whatever the score.");
            if (score.IsWindowed)
                writer.Paragraph("Earlier steps were left out, because the model cannot read them all.");
            writer.Evidence("model", ScoreText.Model(scores));
        }

        writer.Curve(scores, review.Steps.Length, step.Index);
        if (scores.Steps.Length == review.Steps.Length && AggregateText.Of(scores) is { } together)
            writer.Evidence("together", together);
    }

    private void Write(ICardWriter writer, Finding finding)
    {
        writer.Finding(finding.Rule.Id, links.Of(finding.Rule.Id), finding.Message);
        foreach (var (name, value) in finding.Evidence.Items)
            writer.Evidence(name, value);
        foreach (var question in finding.FailedItems)
            writer.Evidence("item not met", question);
    }
}

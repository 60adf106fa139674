using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Items about the final answer.</summary>
internal static class AnswerItems
{
    public static ExactAnswer IsStated(TraceReview review)
    {
        if (review.Findings.FirstOrDefault(finding => finding.Rule == RuleCatalog.NoFinalAnswer) is { } missing)
            return ExactAnswer.Because(missing) with { Step = null };
        var (text, step, place) = Stated(review.Trace);
        return text is not null && AnswerExtractor.FromText(text) is { } answer
            ? new ExactAnswer(ItemAnswer.Yes, $"the final answer is {Short(answer)}", step, place)
            : new ExactAnswer(ItemAnswer.Unsure, "no final answer could be read, and none is certain to be missing");
    }

    public static ExactAnswer IsBoxed(TraceReview review)
    {
        var trace = review.Trace;
        if (trace.FinalAnswer is { } final && BoxedText.Last(final.Text) is { Length: > 0 } boxed)
            return new ExactAnswer(ItemAnswer.Yes, $"\\boxed{{{Short(boxed)}}} stands in the answer", null, final.Whole);
        foreach (var step in trace.Steps.Reverse())
        {
            if (BoxedText.Last(step.Text.Text) is { Length: > 0 } inStep)
                return new ExactAnswer(ItemAnswer.Yes, $"\\boxed{{{Short(inStep)}}} stands in step {step.Index + 1}", step.Index,
                    step.Text.Whole);
        }

        return trace.Steps.IsEmpty
            ? new ExactAnswer(ItemAnswer.NotApplicable, "there are no steps")
            : new ExactAnswer(ItemAnswer.No, "no \\boxed{…} stands in the solution", trace.Steps[^1].Index, trace.Steps[^1].Text.Whole);
    }

    public static ExactAnswer MatchesReference(TraceReview review)
    {
        if (review.Trace.Settings.Answer is not { } reference || string.IsNullOrWhiteSpace(reference))
            return new ExactAnswer(ItemAnswer.NotApplicable, "no reference answer is given");
        var (text, step, place) = Stated(review.Trace);
        var same = text is null ? null : new AnswerComparer().Compare(reference, text, AnswerOptions.Default);
        return same switch
        {
            true => new ExactAnswer(ItemAnswer.Yes, $"the final answer equals the reference answer {Short(reference)}", step, place),
            false => new ExactAnswer(ItemAnswer.No,
                $"the final answer is {Short(AnswerExtractor.FromText(text!) ?? text!)}, the reference answer {Short(reference)}", step,
                place)
            {
                Cause = review.Findings.FirstOrDefault(finding => finding.Rule == RuleCatalog.AnswerDiffersFromReference),
            },
            _ => new ExactAnswer(ItemAnswer.Unsure, $"the final answer could not be compared with the reference answer {Short(reference)}"),
        };
    }

    private static (string? Text, int? Step, TextSpan? Place) Stated(Trace trace) =>
        trace.FinalAnswer is { } final ? (final.Text, null, final.Whole)
        : trace.Steps.IsEmpty ? (null, null, null)
        : (trace.Steps[^1].Text.Text, trace.Steps[^1].Index, trace.Steps[^1].Text.Whole);

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > 80 ? line[..80] + "…" : line;
    }
}

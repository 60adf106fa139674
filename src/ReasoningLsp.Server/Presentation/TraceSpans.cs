using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Presentation;

/// <summary>Where the parts of a trace stand in the file.</summary>
internal static class TraceSpans
{
    /// <summary>The whole trace, with a problem or an answer that stands apart from it.</summary>
    public static TextSpan Of(Trace trace)
    {
        var spans = new[] { trace.Problem, trace.FinalAnswer }.OfType<MappedText>()
            .Select(part => part.Whole)
            .Concat(trace.Steps.Select(step => step.Span))
            .Append(trace.Span)
            .Where(span => span.Length > 0)
            .ToList();
        return spans.Count == 0 ? trace.Span : TextSpan.FromBounds(spans.Min(span => span.Start), spans.Max(span => span.End));
    }

    /// <summary>What a trace is called: by its heading or id, else by its place.</summary>
    public static string NameOf(Trace trace) => trace.Id is { Length: > 0 and <= 80 } id ? id : $"Solution {trace.Index + 1}";

    /// <summary>"5 steps · 1 flagged · 3 checked · 1 nothing checkable": every count, so that nothing unsaid looks fine.</summary>
    public static string Summary(TraceReview review) =>
        $"{Plural.Of(review.Steps.Length, "step")} · {review.Count(StepState.Flagged)} flagged · "
        + $"{review.Count(StepState.Checked)} checked · {review.Count(StepState.NothingCheckable)} nothing checkable";
}

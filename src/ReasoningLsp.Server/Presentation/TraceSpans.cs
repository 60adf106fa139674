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

    /// <summary>"1 wrong · 3 right · 1 not checkable · answer wrong": every step is counted, and what is none is not said.</summary>
    public static string Summary(TraceReview review)
    {
        var parts = new List<string>();
        foreach (var state in StateWords.InOrder)
        {
            if (StepScores.Count(review, state) is > 0 and var count)
                parts.Add($"{count} {StateWords.NameOf(state)}");
        }

        var whole = review.OfWhole.ToLookup(finding => finding.Rule.Refutes);
        if (whole[true].Any())
            parts.Add("answer wrong");
        if (whole[false].Count() is > 0 and var others)
            parts.Add($"{others} on the whole solution");
        return parts.Count == 0 ? "no steps" : string.Join(" · ", parts);
    }
}

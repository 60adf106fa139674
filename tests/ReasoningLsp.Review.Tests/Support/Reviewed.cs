using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Support;

/// <summary>Short solutions in Markdown, reviewed by exact checks alone.</summary>
internal static class Reviewed
{
    /// <summary>The traces of a text.</summary>
    public static ImmutableArray<Trace> Traces(string text) => TraceReader.Read(text, TraceFormat.Markdown).Traces;

    /// <summary>The review of the only trace.</summary>
    public static TraceReview Solution(string text) =>
        new Reviewer(ReviewOptions.Default).Review(Assert.Single(Traces(text)), TestContext.Current.CancellationToken);
}

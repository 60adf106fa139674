using System.Collections.Immutable;
using ReasoningLsp.Review.References;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Links;

/// <summary>What a place in a document speaks of: a step, an equation, or a quantity.</summary>
internal static class LinkTargets
{
    /// <summary>Where that is fixed; none where the place speaks of nothing.</summary>
    public static ImmutableArray<TextSpan> Definitions(ReviewedDocument reviewed, int offset)
    {
        var at = new TextSpan(offset, 0);
        if (TraceAt(reviewed, offset) is not { } review)
            return [];
        if (Mentions.In(review.Trace).FirstOrDefault(mention => mention.Span.Touches(at)) is { } mention)
            return [mention.Target];
        var uses = Quantities.Of(review);
        return uses.FirstOrDefault(use => use.Span.Touches(at)) is { } used
            ? [.. uses.Where(use => use.Name == used.Name && use.IsDefinition).Select(use => use.Span).Take(1)]
            : [];
    }

    /// <summary>Where else it is spoken of.</summary>
    public static ImmutableArray<TextSpan> References(ReviewedDocument reviewed, int offset, bool includeDeclaration)
    {
        var at = new TextSpan(offset, 0);
        if (TraceAt(reviewed, offset) is not { } review)
            return [];
        var mentions = Mentions.In(review.Trace);
        if (mentions.FirstOrDefault(mention => mention.Span.Touches(at)) is { } mention)
            return Named(mentions, mention.Target, includeDeclaration);
        if (
            mentions.FirstOrDefault(
                mention => mention.Name.StartsWith("equation", StringComparison.Ordinal) && mention.Target.Touches(at)) is { } tag)
            return Named(mentions, tag.Target, includeDeclaration);
        var uses = Quantities.Of(review);
        if (uses.FirstOrDefault(use => use.Span.Touches(at)) is { } used)
            return [.. uses.Where(use => use.Name == used.Name && (includeDeclaration || !use.IsDefinition)).Select(use => use.Span)];
        // Anywhere else in a step: who refers to this step.
        return reviewed.StepAt(offset) is { Step: var step } ? Named(mentions, step.Span, includeDeclaration) : [];
    }

    private static ImmutableArray<TextSpan> Named(ImmutableArray<Mention> mentions, TextSpan target, bool includeDeclaration) =>
        [
            .. includeDeclaration
                ? [target]
                : Array.Empty<TextSpan>(), .. mentions.Where(mention => mention.Target == target).Select(mention => mention.Span)];

    private static TraceReview? TraceAt(ReviewedDocument reviewed, int offset) =>
        reviewed.Reviews.FirstOrDefault(review => TraceSpans.Of(review.Trace).Touches(new TextSpan(offset, 0)));
}

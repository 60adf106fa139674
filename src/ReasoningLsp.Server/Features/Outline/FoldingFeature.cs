using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Outline;

/// <summary>Folds traces, problems and steps of more than one line.</summary>
internal sealed class FoldingFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "textDocument/foldingRange",
        json => json.DocumentParams, json => json.IReadOnlyListFoldingRange, request => request.TextDocument.Uri,
        (reviewed, _) => Answer(reviewed, session.Profile));

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { FoldingRangeProvider = true };

    /// <summary>The ranges, the outermost first where the client takes only some.</summary>
    internal static IReadOnlyList<FoldingRange> Answer(ReviewedDocument reviewed, ClientProfile client)
    {
        var traces = reviewed.Reviews.Select(review => review.Trace).ToList();
        var parts = traces.SelectMany(
            trace =>
                new[] { trace.Problem, trace.FinalAnswer }.OfType<MappedText>()
                    .Select(part => part.Whole)
                    .Concat(trace.Steps.Select(step => step.Span)));
        return [.. traces.Select(trace => Fold(TraceSpans.Of(trace), reviewed, "region"))
            .Concat(parts.Select(span => Fold(span, reviewed, null)))
            .Where(range => range.EndLine > range.StartLine)
            .DistinctBy(range => range.StartLine)
            .Take(client.FoldingLimit ?? int.MaxValue)
            .OrderBy(range => range.StartLine)];
    }

    private static FoldingRange Fold(TextSpan span, ReviewedDocument reviewed, string? kind) =>
        new(reviewed.Text.Positions.PositionOf(span.Start).Line, reviewed.Text.Positions.PositionOf(span.End).Line, kind);
}

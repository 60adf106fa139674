using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Outline;

/// <summary>The outline: each trace with its problem, its steps and their states, and its answer; of hundreds the traces alone.</summary>
internal sealed class SymbolsFeature(Session session, DocumentStore documents) : IFeature
{
    private const int TraceKind = 3, ProblemKind = 15, StepKind = 8, AnswerKind = 14;

    /// <inheritdoc/>
    public void Register(Methods methods) =>
        methods.Request("textDocument/documentSymbol", json => json.DocumentParams, async (request, cancellationToken) =>
    {
        var document = documents.Get(request.TextDocument.Uri);
        var reviewed = await document.ReviewedAsync(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => reviewed is null ? (JsonElement?)null : Answer(reviewed, session.Profile), cancellationToken)
            .ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { DocumentSymbolProvider = true };

    /// <summary>A tree where the client shows one, else a list.</summary>
    internal static JsonElement Answer(ReviewedDocument reviewed, ClientProfile client)
    {
        // An outline of every step of hundreds of solutions is megabytes, asked for after each pause of typing.
        ImmutableArray<DocumentSymbol> tree =
            [.. reviewed.Reviews.Select(review => Symbol(review, reviewed.Text.Positions, !reviewed.HasMany))];
        if (client.HierarchicalSymbols)
            return JsonSerializer.SerializeToElement(tree, LspWriter.Default.ImmutableArrayDocumentSymbol);
        var flat = tree.SelectMany(
            trace => (trace.Children ?? []).Select(child => Flat(child, trace.Name, reviewed)).Prepend(Flat(trace, null, reviewed)));
        return JsonSerializer.SerializeToElement([.. flat], LspWriter.Default.ImmutableArraySymbolInformation);
    }

    private static SymbolInformation Flat(DocumentSymbol symbol, string? container, ReviewedDocument reviewed) =>
        new(symbol.Name, symbol.Kind, new Location(reviewed.Text.Identity.Uri, symbol.Range), container);

    private static DocumentSymbol Symbol(TraceReview review, DocumentPositions positions, bool withSteps)
    {
        var trace = review.Trace;
        var span = TraceSpans.Of(trace);
        var (whole, start) = (positions.RangeOf(span), positions.RangeOf(new TextSpan(span.Start, 0)));
        return new DocumentSymbol(TraceSpans.NameOf(trace), TraceSpans.Summary(review), TraceKind, whole, start,
            withSteps ? Parts(review, positions) : null);
    }

    private static ImmutableArray<DocumentSymbol> Parts(TraceReview review, DocumentPositions positions)
    {
        var trace = review.Trace;
        var children = ImmutableArray.CreateBuilder<DocumentSymbol>();
        if (trace.Problem is { } problem)
            children.Add(Leaf("Problem", null, ProblemKind, problem.Whole, positions));
        foreach (var step in trace.Steps)
            children.Add(Leaf(
                StepNames.Of(step), StateWords.NameOf(StepScores.StateOf(review, step.Index)), StepKind, step.Span, positions));
        if (trace.FinalAnswer is { } answer)
        {
            var state = review.OfWhole.Any(finding => finding.Rule.Refutes) ? StateWords.NameOf(StepState.Flagged) : null;
            children.Add(Leaf("Answer", state, AnswerKind, answer.Whole, positions));
        }

        return children.ToImmutable();
    }

    private static DocumentSymbol Leaf(string name, string? detail, int kind, TextSpan span, DocumentPositions positions) =>
        new(name, detail, kind, positions.RangeOf(span), positions.RangeOf(new TextSpan(span.Start, 0)), null);
}

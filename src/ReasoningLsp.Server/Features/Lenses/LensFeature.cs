using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Checklists;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Lenses;

/// <summary>A line above each trace: how many steps are in which state, and what can be done about it.</summary>
internal sealed class LensFeature(Session session, DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "textDocument/codeLens",
        json => json.DocumentParams, json => json.IReadOnlyListCodeLens, request => request.TextDocument.Uri,
        (reviewed, _) => session.Settings.CodeLens ? Answer(reviewed, session.Settings.Judge) : []);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { CodeLensProvider = new CodeLensOptions(ResolveProvider: false) };

    /// <summary>The lenses.</summary>
    internal static IReadOnlyList<CodeLens> Answer(ReviewedDocument reviewed, string? judge)
    {
        var uri = JsonSerializer.SerializeToElement(reviewed.Text.Identity.Uri, LspWriter.Default.String);
        var lenses = new List<CodeLens>();
        foreach (var review in reviewed.Reviews)
        {
            // The head of a file with front matter is not where the solution is read.
            var at = review.Trace.Span.Length > 0 ? review.Trace.Span.Start : TraceSpans.Of(review.Trace).Start;
            var range = reviewed.Text.Positions.RangeOf(new TextSpan(at, 0));
            lenses.Add(new CodeLens(range, new Command(TraceSpans.Summary(review), CommandNames.OpenReport, [uri])));
            var fixes = FixSelection.Choose(review.Findings, FixKind.Exact).Fixes;
            if (fixes > 0)
                lenses.Add(
                    new CodeLens(
                        range, new Command(fixes == 1 ? "Fix" : $"Fix all {fixes}", CommandNames.FixAll, [uri])));
            lenses.AddRange(ChecklistLens.For(review, range, uri, judge));
        }

        return lenses;
    }
}

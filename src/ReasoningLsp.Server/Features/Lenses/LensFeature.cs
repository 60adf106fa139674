using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
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

/// <summary>
/// A line above each trace: how many steps are in which state, and what can be done about it. Above hundreds of traces one for them
/// all.
/// </summary>
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
        if (reviewed.HasMany)
            return [OfMany(reviewed, uri)];
        var lenses = new List<CodeLens>();
        foreach (var review in reviewed.Reviews)
        {
            var range = Place(reviewed, review);
            lenses.Add(new CodeLens(range, new Command(TraceSpans.Summary(review), CommandNames.OpenReport, [uri])));
            var fixes = FixSelection.Choose(review.Findings, FixKind.Exact).Fixes;
            var solution = JsonSerializer.SerializeToElement(review.Trace.Index, LspWriter.Default.Int32);
            if (fixes > 0)
                lenses.Add(
                    new CodeLens(
                        range, new Command(fixes == 1 ? "Fix" : $"Fix all {fixes}", CommandNames.FixAll, [uri, solution])));
            lenses.AddRange(ChecklistLens.For(review, range, uri, judge));
        }

        return lenses;
    }

    // A lens is a line of its own in the editor, laid out again with every key: of hundreds of solutions one speaks for all.
    private static CodeLens OfMany(ReviewedDocument reviewed, JsonElement uri)
    {
        // A step, or the answer.
        var wrong = reviewed.Reviews.Count(review => review.Findings.Any(
            finding => finding.Rule.Refutes && finding.Severity is Severity.Error or Severity.Warning));
        var title = string.Create(
            CultureInfo.InvariantCulture, $"{reviewed.Reviews.Length:N0} solutions: {wrong:N0} with something wrong");
        return new CodeLens(Place(reviewed, reviewed.Reviews[0]), new Command(title, CommandNames.OpenReport, [uri]));
    }

    // The head of a file with front matter is not where the solution is read.
    private static LspRange Place(ReviewedDocument reviewed, TraceReview review)
    {
        var at = review.Trace.Span.Length > 0 ? review.Trace.Span.Start : TraceSpans.Of(review.Trace).Start;
        return reviewed.Text.Positions.RangeOf(new TextSpan(at, 0));
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Diagnostics;

/// <summary>Findings as diagnostics, as far as the client can show them.</summary>
internal static class DiagnosticConverter
{
    private const int UnnecessaryTag = 1;

    /// <summary>The diagnostic of a finding.</summary>
    public static Diagnostic Of(
        Finding finding, TraceReview review, ReviewedDocument reviewed, ClientProfile client, RuleLinks links) => new(
        Range: reviewed.Text.Positions.RangeOf(Place(finding, review.Trace)),
        Severity: SeverityOf(finding.Severity),
        Code: finding.Rule.Id,
        CodeDescription: client.CodeDescriptions && links.Of(finding.Rule.Id) is { } page ? new CodeDescription(page) : null,
        Source: Diagnostic.Reasoning,
        Message: UnicodeText.WellFormed(finding.Message),
        Tags: client.UnnecessaryTag && Fading.Of(finding) ? [UnnecessaryTag] : null,
        RelatedInformation: client.RelatedInformation ? Related(finding, reviewed) : null,
        Data: client.DiagnosticData ? DataOf(finding, review) : null);

    /// <summary>Where a finding is shown. A step that could be left out is faded as a whole.</summary>
    public static TextSpan Place(Finding finding, Trace trace) =>
        Fading.Of(finding) && finding.Step is { } step && step < trace.Steps.Length ? trace.Steps[step].Span : finding.Span;

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        Severity.Information => DiagnosticSeverity.Information,
        _ => DiagnosticSeverity.Hint,
    };

    private static JsonElement DataOf(Finding finding, TraceReview review) =>
        JsonSerializer.SerializeToElement(
            new FindingData(finding.Rule.Id, StepHash.Of(review.Trace, finding)), LspWriter.Default.FindingData);

    // Other places, and the items of the checklist that are not met because of this: they are no diagnostics of their own.
    private static ImmutableArray<DiagnosticRelatedInformation>? Related(Finding finding, ReviewedDocument reviewed)
    {
        var related = finding.Related.Select(other => (other.Span, other.Message))
            .Concat(finding.FailedItems.Select(question => (finding.Span, Message: $"Not met for this reason: {question}")))
            .Select(other => new DiagnosticRelatedInformation(
                new Location(reviewed.Text.Identity.Uri, reviewed.Text.Positions.RangeOf(other.Span)), UnicodeText.WellFormed(
                    other.Message)))
            .ToImmutableArray();
        return related.IsEmpty ? null : related;
    }
}

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
    public static Diagnostic Of(Finding finding, TraceReview review, ReviewedDocument reviewed, ClientProfile client) => new(
        reviewed.Text.Positions.RangeOf(Place(finding, review.Trace)),
        SeverityOf(finding.Severity),
        finding.Rule.Id,
        client.CodeDescriptions ? new CodeDescription(RulePages.AddressOf(finding.Rule.Id)) : null,
        "reasoning",
        UnicodeText.WellFormed(finding.Message),
        client.UnnecessaryTag && Fading.Of(finding) ? [UnnecessaryTag] : null,
        client.RelatedInformation && !finding.Related.IsEmpty ? [.. finding.Related.Select(related => Related(related, reviewed))] : null,
        client.DiagnosticData ? JsonSerializer.SerializeToElement(new FindingData(finding.Rule.Id, StepHash.Of(review.Trace, finding)), LspWriter.Default.FindingData) : null);

    /// <summary>Where a finding is shown. A step that could be left out is faded as a whole.</summary>
    public static TextSpan Place(Finding finding, Trace trace) =>
        Fading.Of(finding) && finding.Step is { } step && step < trace.Steps.Length ? trace.Steps[step].Span : finding.Span;

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        Severity.Information => 3,
        _ => 4,
    };

    private static DiagnosticRelatedInformation Related(RelatedLocation related, ReviewedDocument reviewed) =>
        new(new Location(reviewed.Text.Identity.Uri, reviewed.Text.Positions.RangeOf(related.Span)), UnicodeText.WellFormed(related.Message));
}

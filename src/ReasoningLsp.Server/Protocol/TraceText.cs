using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary>The parameters of <c>reasoning/trace</c>.</summary>
internal sealed record TraceParams(TextDocumentIdentifier TextDocument, int Trace);

/// <summary>The answer to <c>reasoning/trace</c>: one solution as a person reads it, with escapes resolved.</summary>
internal sealed record TraceText(
    int Version,
    string Name,
    string Summary,
    LspRange Range,
    ImmutableArray<TextPart> Problem,
    ImmutableArray<StepText> Steps,
    ImmutableArray<TextPart> Answer,
    ImmutableArray<FindingText> Findings);

internal sealed record StepText(
    string Name,
    string State,
    LspRange Range,
    ImmutableArray<TextPart> Parts,
    ImmutableArray<FindingText> Findings,
    ImmutableArray<string> Aside);

/// <summary>A stretch of text; <c>kind</c> is <c>prose</c>, <c>inlineMath</c>, <c>displayMath</c> or <c>code</c>, without
/// delimiters.</summary>
internal sealed record TextPart(string Kind, string Text);

/// <summary>A finding with its evidence, and whether something can be done about it by an edit.</summary>
internal sealed record FindingText(
    string Rule, string Severity, string Message, LspRange Range, ImmutableArray<EvidenceText> Evidence, bool Fixable);

internal sealed record EvidenceText(string Name, string Value);

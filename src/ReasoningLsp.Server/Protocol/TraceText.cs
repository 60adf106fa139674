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
    ImmutableArray<FindingText> Findings,
    ImmutableArray<ItemText> Checklist,
    ImmutableArray<NoteText> Notes,
    MarkText? Mark);

internal sealed record StepText(
    string Name,
    string State,
    LspRange Range,
    ImmutableArray<TextPart> Parts,
    ImmutableArray<FindingText> Findings,
    ImmutableArray<string> Aside,
    ImmutableArray<NoteText> Notes,
    double? Score);

/// <summary>A stretch of text; <c>kind</c> is <c>prose</c>, <c>inlineMath</c>, <c>displayMath</c> or <c>code</c>, without
/// delimiters.</summary>
internal sealed record TextPart(string Kind, string Text);

/// <summary>A finding with its evidence, and whether something can be done about it by an edit.</summary>
internal sealed record FindingText(
    string Rule, string Severity, string Message, LspRange Range, ImmutableArray<EvidenceText> Evidence, bool Fixable)
{
    /// <summary>What a person said of it, in words, or null.</summary>
    public string? Said { get; init; }

    /// <summary>What a person decided: <c>accepted</c>, <c>wrong-finding</c> or <c>asked</c>; or null.</summary>
    public string? Decision { get; init; }

    /// <summary>What an exact fix would do, in words, or null.</summary>
    public string? Fix { get; init; }
}

/// <summary>A note of a person's; <c>outdated</c> where it was written of an earlier text.</summary>
internal sealed record NoteText(string Id, string Text, string? Who, string When, bool? Outdated);

/// <summary>A person's mark, 0 to 4; <c>outdated</c> where it was given to an earlier text.</summary>
internal sealed record MarkText(int Mark, string Comment, string? Who, bool? Outdated);

/// <summary>An item of a checklist with its verdict.</summary>
internal sealed record ItemText(string Question, string Verdict, string Evidence, string By);

internal sealed record EvidenceText(string Name, string Value);

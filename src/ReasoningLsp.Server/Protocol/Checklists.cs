using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary>The answer to <c>reasoning/checklist</c> and to <c>reasoning.applyChecklist</c>.</summary>
internal sealed record ChecklistResult(int Version, ImmutableArray<TraceChecklist> Traces, bool Cancelled);

/// <summary>The checklist of a trace; without a name none holds for it.</summary>
internal sealed record TraceChecklist(
    int Trace,
    string Name,
    LspRange Range,
    string? Checklist,
    double? PassRate,
    string? Summary,
    ImmutableArray<string> Problems,
    ImmutableArray<ItemInfo> Items);

/// <summary>
/// One item: <c>verdict</c> is yes, no, n/a or unsure, <c>source</c> who answered it, <c>residual</c> what a judge gives to
/// neither yes nor no, <c>finding</c> the rule of the finding that the answer repeats.
/// </summary>
internal sealed record ItemInfo(
    string Id,
    string Question,
    double Weight,
    string? AppliesWhen,
    string Verdict,
    double? PYes,
    double? Residual,
    string By,
    string Source,
    string Evidence,
    string? Finding,
    LspRange? Range,
    int? Step,
    string? Caution,
    bool Decided,
    bool OutOfDate);

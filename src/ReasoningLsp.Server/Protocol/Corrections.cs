using System.Collections.Immutable;

namespace ReasoningLsp.Server.Protocol;

/// <summary>What <c>reasoning.suggestCorrections</c> returns, best first; <c>message</c> says what is missing.</summary>
internal sealed record CorrectionsResult(int Version, ImmutableArray<CorrectionInfo> Corrections, bool Cancelled, string? Message);

/// <summary><c>$/reasoning/correction</c>: one is ready, others may follow.</summary>
internal sealed record CorrectionParams(VersionedTextDocumentIdentifier TextDocument, int Trace, int Step, CorrectionInfo Correction);

/// <summary>
/// A correction; <c>id</c> is what <c>reasoning.applyCorrection</c> takes, <c>title</c> is <c>label</c> and proof in one line.
/// </summary>
internal sealed record CorrectionInfo(
    int Id,
    string Source,
    string Title,
    string Label,
    bool Verified,
    string Proof,
    ImmutableArray<int> Steps,
    string Text,
    double? ScoreBefore,
    double? ScoreAfter,
    ImmutableArray<LspTextEdit> Edits);

/// <summary>What <c>reasoning.refine</c> returns.</summary>
internal sealed record RefineAccount(
    string Reason,
    ImmutableArray<RoundInfo> Rounds,
    double CorrectionRate,
    double CorrectionSuccess,
    double ImprovementSlope,
    int Asked,
    bool Applied,
    bool Cancelled,
    string Summary,
    string Account);

internal sealed record RoundInfo(
    int Round,
    bool Kept,
    ImmutableArray<AppliedInfo> Applied,
    ImmutableArray<int> Righted,
    ImmutableArray<int> Broken,
    ImmutableArray<int> OverCorrected,
    ImmutableArray<int> SideEffects,
    ImmutableArray<string> ItemsWon, ImmutableArray<string> ItemsLost, int FlaggedAfter, double? PassRateAfter, int Asked);

internal sealed record AppliedInfo(string Title, ImmutableArray<int> Steps, string Proof);

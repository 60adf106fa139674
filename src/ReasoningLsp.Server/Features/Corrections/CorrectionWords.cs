using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Corrections as people and clients read them.</summary>
internal static class CorrectionWords
{
    /// <summary>What it does and what of it was proven: nothing is called verified that no check decided.</summary>
    public static string TitleOf(Correction correction) =>
        UnicodeText.WellFormed(
            $"{correction.Title} — {(correction.Proof.IsVerified ? "verified: " : string.Empty)}{correction.Proof.Summary}");

    /// <summary>The correction as the protocol's extension tells it.</summary>
    public static CorrectionInfo Of(int id, Correction correction, DocumentPositions positions) => new(
        Id: id,
        Source: CorrectionSourceName.Of(correction.Source),
        Title: TitleOf(correction),
        Label: UnicodeText.WellFormed(correction.Title),
        Verified: correction.Proof.IsVerified,
        Proof: UnicodeText.WellFormed(correction.Proof.Summary),
        Steps: correction.Steps,
        Text: UnicodeText.WellFormed(correction.Text),
        ScoreBefore: correction.Proof.ScoreBefore,
        ScoreAfter: correction.Proof.ScoreAfter,
        Edits: [.. correction.Edits.Select(edit => new LspTextEdit(positions.RangeOf(edit.Span), edit.NewText))]);

    /// <summary>How its edits are named; a person looks at them first where they are not proven or reach beyond the step.</summary>
    public static ChangeAnnotation AnnotationOf(Correction correction) =>
        new(
            correction.Proof.IsVerified ? "Verified correction" : "Correction, not verified",
            NeedsConfirmation: !correction.Proof.IsVerified || correction.Steps.Length > 1,
            UnicodeText.WellFormed(correction.Proof.Summary));
}

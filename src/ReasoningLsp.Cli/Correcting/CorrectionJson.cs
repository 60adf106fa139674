using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>Corrections and rounds as JSON.</summary>
internal static class CorrectionJson
{
    private static readonly JsonSerializerOptions s_options = new(
        JsonSerializerDefaults.Web)
    { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One correction, as an object that serialises.</summary>
    public static object Of(SourceText source, Correction correction) => new
    {
        source = CorrectionSourceName.Of(correction.Source),
        title = correction.Title,
        verified = correction.Proof.IsVerified,
        proof = correction.Proof.Summary,
        proven = correction.Proof.Proven,
        conditions = correction.Proof.Conditions.Select(Of),
        scoreBefore = correction.Proof.ScoreBefore,
        scoreAfter = correction.Proof.ScoreAfter,
        steps = correction.Steps,
        text = correction.Text,
        edits = correction.Edits.Select(edit => Of(source, edit)),
    };

    /// <summary>One edit.</summary>
    public static object Of(SourceText source, TextEdit edit) => new
    {
        range = new { start = Position(source, edit.Span.Start), end = Position(source, edit.Span.End) },
        newText = edit.NewText,
    };

    /// <summary>One round.</summary>
    public static object Of(RefineRound round) => new
    {
        round = round.Number,
        kept = round.IsKept,
        applied = round.Applied.Select(Brief),
        notApplied = round.NotApplied.Select(Brief),
        righted = round.Righted,
        broken = round.Broken,
        overCorrected = round.OverCorrected,
        sideEffects = round.SideEffects,
        itemsWon = round.ItemsWon,
        itemsLost = round.ItemsLost,
        scoresRisen = round.ScoresRisen,
        scoresFallen = round.ScoresFallen,
        losses = round.Losses,
        flaggedAfter = round.FlaggedAfter,
        leftAfter = round.LeftAfter,
        passRateAfter = round.PassRateAfter,
        asked = round.Asked,
    };

    /// <summary>One line.</summary>
    public static string Line(object value) => JsonSerializer.Serialize(value, s_options);

    private static object Brief(Correction correction) => new
    {
        source = CorrectionSourceName.Of(correction.Source),
        title = correction.Title,
        steps = correction.Steps,
        text = correction.Text,
        verified = correction.Proof.IsVerified,
        proof = correction.Proof.Summary,
        conditions = correction.Proof.Conditions.Select(Of),
    };

    private static object Of(ProofCondition condition) =>
        new { kind = JsonNamingPolicy.CamelCase.ConvertName(condition.Kind.ToString()), met = condition.IsMet, text = condition.Text };

    private static object Position(SourceText source, int offset)
    {
        var position = source.PositionOf(offset);
        return new { line = position.Line, character = position.Character };
    }
}

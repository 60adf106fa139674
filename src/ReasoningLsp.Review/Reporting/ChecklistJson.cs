using System.Text.Json;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A checklist's verdicts and pass rate as keys of a trace's JSON object.</summary>
internal static class ChecklistJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, SourceText source, ChecklistReview checklist)
    {
        json.WriteStartArray("checklist"u8);
        foreach (var verdict in checklist.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("item"u8, UnicodeText.WellFormed(verdict.Item.Question));
            json.WriteString("verdict"u8, VerdictText.Of(verdict.Answer));
            if (verdict.PYes is { } probability)
                json.WriteNumber("pYes"u8, Math.Round(probability, 6));
            else
                json.WriteNull("pYes"u8);
            if (verdict.Residual is { } residual)
                json.WriteNumber("residual"u8, Math.Round(residual, 6));
            json.WriteString("by"u8, UnicodeText.WellFormed(VerdictText.By(verdict)));
            if (verdict.Span is { } span)
                RangeJson.Write(json, source, span);
            else
                json.WriteNull("range"u8);
            json.WriteString("evidence"u8, UnicodeText.WellFormed(verdict.Evidence));
            if (verdict.Cause is { } cause)
                json.WriteString("finding"u8, cause.Rule.Id);
            if (verdict.Item.Weight != 1)
                json.WriteNumber("weight"u8, verdict.Item.Weight);
            if (verdict.Step is { } step)
                json.WriteNumber("step"u8, step);
            if (verdict.Spread is { } spread)
            {
                json.WriteStartArray("spread"u8);
                json.WriteNumberValue(Math.Round(spread.Low, 6));
                json.WriteNumberValue(Math.Round(spread.High, 6));
                json.WriteEndArray();
            }

            if (verdict.Caution is { } caution)
                json.WriteString("caution"u8, UnicodeText.WellFormed(caution));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (checklist.PassRate is { } rate)
            json.WriteNumber("passRate"u8, Math.Round(rate, 6));
        else
            json.WriteNull("passRate"u8);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reporting;

/// <summary>What was read of a step, for a program.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes it as the property <c>explanation</c>.</summary>
    public static void Write(Utf8JsonWriter json, SourceText source, StepExplanation explanation)
    {
        json.WriteStartObject("explanation"u8);
        json.WriteNumber("step"u8, explanation.Step);
        json.WriteString("state"u8, StateNames.NameOf(explanation.State));
        json.WriteStartArray("relations"u8);
        foreach (var relation in explanation.Relations)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, UnicodeText.WellFormed(relation.Text));
            RangeJson.Write(json, source, relation.Span);
            json.WriteString("kind"u8, RelationWords.NameOf(relation.Kind));
            Write(json, relation.Verdict);
            if (relation.Open != OpenReason.None)
                json.WriteString("open"u8, OpenReasons.KeyOf(relation.Open));
            json.WriteString("reason"u8, UnicodeText.WellFormed(relation.Reason));
            json.WriteStartArray("readings"u8);
            foreach (var reading in relation.Readings)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, UnicodeText.WellFormed(reading.Text));
                Write(json, reading.Verdict);
                if (reading.Manner is { } manner)
                    json.WriteString("manner"u8, UnicodeText.WellFormed(manner));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unread"u8);
        foreach (var part in explanation.Unread)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, UnicodeText.WellFormed(part.Text));
            RangeJson.Write(json, source, part.Span);
            json.WriteString("reason"u8, part.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "uses", explanation.Givens.Uses);
        Write(json, "unusedSoFar", explanation.Givens.Unused);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> givens)
    {
        json.WriteStartArray(name);
        foreach (var given in givens)
            json.WriteStringValue(UnicodeText.WellFormed(given));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RelationVerdict verdict) =>
        json.WriteString("verdict"u8, RelationWords.NameOf(verdict));
}

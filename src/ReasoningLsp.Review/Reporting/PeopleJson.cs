using System.Text.Json;
using ReasoningLsp.Review.Decisions;

namespace ReasoningLsp.Review.Reporting;

/// <summary>What people said of a trace as keys of its line; none where nobody said anything.</summary>
internal static class PeopleJson
{
    /// <summary>Writes them.</summary>
    public static void Write(Utf8JsonWriter json, PersonWords people)
    {
        if (people.Mark is { } mark)
        {
            json.WriteStartObject("mark"u8);
            json.WriteNumber("mark"u8, mark.Mark);
            json.WriteString("reason"u8, UnicodeText.WellFormed(mark.Comment));
            Write(json, mark.Who, mark.When, mark.IsOutdated);
        }

        if (!people.Notes.IsEmpty)
        {
            json.WriteStartArray("notes"u8);
            foreach (var note in people.Notes)
            {
                json.WriteStartObject();
                Step(json, note.Step);
                json.WriteString("id"u8, note.Id);
                json.WriteString("text"u8, UnicodeText.WellFormed(note.Text));
                Write(json, note.Who, note.When, note.IsOutdated);
            }

            json.WriteEndArray();
        }

        if (people.Findings.IsEmpty)
            return;
        json.WriteStartArray("decisions"u8);
        foreach (var word in people.Findings)
        {
            json.WriteStartObject();
            Step(json, word.Step);
            json.WriteString("decision"u8, word.Said.Kind == DecisionKind.Accepted ? "accepted"u8 : "asked"u8);
            if (word.Rule.Length > 0)
                json.WriteString("rule"u8, word.Rule);
            json.WriteString("reason"u8, UnicodeText.WellFormed(word.Said.Reason));
            if (word.Said.Whom is { } whom)
                json.WriteString("whom"u8, UnicodeText.WellFormed(whom));
            Write(json, word.Said.Who, word.Said.When, false);
        }

        json.WriteEndArray();
    }

    private static void Step(Utf8JsonWriter json, int? step)
    {
        if (step is { } index)
            json.WriteNumber("step"u8, index);
        else
            json.WriteNull("step"u8);
    }

    private static void Write(Utf8JsonWriter json, string? who, DateTimeOffset when, bool isOutdated)
    {
        if (who is not null)
            json.WriteString("who"u8, UnicodeText.WellFormed(who));
        json.WriteString("when"u8, when);
        if (isOutdated)
            json.WriteBoolean("ofEarlierText"u8, true);
        json.WriteEndObject();
    }
}

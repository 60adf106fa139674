using System.Text;
using System.Text.Json;

namespace ReasoningLsp.Cli.Bench;

/// <summary>What people said of a trace. Only <c>bench</c> reads it.</summary>
/// <param name="FirstWrongStep">First wrong step from 0, -1 where all are right, null where nobody said.</param>
/// <param name="Steps">How many steps the record lists, or null where it lists none.</param>
internal readonly record struct TraceLabel(int? FirstWrongStep, int? Steps)
{
    /// <summary>The label of a record; nothing known where the record is broken.</summary>
    public static TraceLabel Read(string line)
    {
        try
        {
            return Read(new Utf8JsonReader(Encoding.UTF8.GetBytes(line)));
        }
        catch (JsonException)
        {
            // The reader of traces reports it.
            return default;
        }
    }

    private static TraceLabel Read(Utf8JsonReader reader)
    {
        var label = default(TraceLabel);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return label;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLabel = reader.ValueTextEquals("label"u8);
            var isSteps = reader.ValueTextEquals("steps"u8);
            reader.Read();
            if (isLabel && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var step))
                label = label with { FirstWrongStep = step };
            else if (isSteps && reader.TokenType == JsonTokenType.StartArray)
                label = label with { Steps = CountElements(ref reader) };
            else
                reader.Skip();
        }

        return label;
    }

    private static int CountElements(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            reader.Skip();
        }

        return count;
    }
}

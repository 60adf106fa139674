using System.Collections.Frozen;
using System.Text.Json;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Bench;

/// <summary>Alarms that people read and found right, each with the reason: slips of the data themselves.</summary>
/// <remarks>One JSON object a line: <c>{"id", "rule", "passage", "reason"}</c>; the passage is what is called wrong.</remarks>
internal sealed class AcceptedAlarms
{
    private readonly FrozenSet<(string Id, string Rule, string Passage)> _alarms;

    private AcceptedAlarms(FrozenSet<(string, string, string)> alarms) => _alarms = alarms;

    /// <summary>Reads the list.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="FormatException">A line is no such object; the message names it.</exception>
    public static AcceptedAlarms Read(string path)
    {
        var alarms = new HashSet<(string, string, string)>();
        var number = 0;
        foreach (var line in BoundedFile.ReadText(path).Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                alarms.Add(Entry(line, number));
        }

        return new AcceptedAlarms(alarms.ToFrozenSet());
    }

    /// <summary>Whether people accepted this one.</summary>
    public bool Contains(Alarm alarm) => _alarms.Contains((alarm.Id, alarm.Rule, alarm.Passage));

    private static (string Id, string Rule, string Passage) Entry(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var entry = json.RootElement;
            string Field(string name) => entry.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException();
            _ = Field("reason");
            return (Field("id"), Field("rule"), entry.GetProperty("passage").GetString() ?? string.Empty);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException(
                $"line {number} is no accepted alarm: write {{\"id\": \"…\", \"rule\": \"RR…\", \"passage\": \"…\", \"reason\": \"…\"}}",
                error);
        }
    }
}

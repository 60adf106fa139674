using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Runs.Records;

/// <summary>Reads the lines of a run.</summary>
public static class RunTraceReader
{
    /// <summary>The traces of a run in order, one in memory at a time; what could not be read is among them, without steps.</summary>
    /// <exception cref="DamagedRunException">A line is none of a run; the message names it.</exception>
    /// <exception cref="IOException">The lines cannot be read.</exception>
    public static IEnumerable<RunTrace> Read(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (File.Exists(folder.Summary))
            RunCheck.Need(folder);
        var number = 0;
        foreach (var line in File.ReadLines(folder.Traces))
        {
            number++;
            yield return Parse(line) ?? throw new DamagedRunException(
                $"{folder.Traces}:{number} is no line of a run. {RunFolder.MendedBy(folder)}.");
        }
    }

    /// <summary>The trace that a line holds, or null where it is none of a run.</summary>
    public static RunTrace? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Of(document.RootElement, line);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The trace that a line of UTF-8 holds, without the line; null where it is none of a run.</summary>
    public static RunTrace? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Of(document.RootElement, string.Empty);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static RunTrace Of(JsonElement json, string line)
    {
        var record = json.TryGetProperty("record", out var found) ? found : default;
        var scores = json.TryGetProperty("scores", out var each) ? each : default;
        return new RunTrace
        {
            Unit = json.GetProperty("unit").GetInt64(),
            File = json.GetProperty("file").GetString()!,
            Number = Integer(json, "trace"),
            Id = Text(json, "id"),
            Hash = Text(json, "hash") ?? string.Empty,
            Problem = Text(record, "problem"),
            Steps = Texts(record, "steps"),
            States = Texts(json, "states"),
            Answer = Text(record, "answer"),
            Reference = Text(record, "reference"),
            Labels = Labels(record),
            FirstErrorStep = Integer(json, "firstErrorStep") ?? -1,
            Findings = [.. Items(json, "findings").Select(Finding)],
            Scores = scores.ValueKind == JsonValueKind.Array
                ? [.. scores.EnumerateArray().Select(score => score.GetProperty("value").GetDouble())]
                : [.. Items(record, "scores").Select(score => score.GetDouble())],
            Scale = scores.ValueKind == JsonValueKind.Array && scores.GetArrayLength() > 0 ? Text(scores[0], "scale") : null,
            Calibrated = CalibratedOf(scores),
            Profile = scores.ValueKind == JsonValueKind.Array && scores.GetArrayLength() > 0 ? Text(scores[0], "profile") : null,
            Model = Text(json, "model"),
            Aggregate = json.TryGetProperty("aggregates", out var all) ? Number(all, "value") : null,
            Items = [.. Items(json, "checklist").Select(Item)],
            ItemProbabilities = [.. Items(json, "checklist").Select(item => Number(item, "pYes")).OfType<double>()],
            PassRate = Number(json, "passRate"),
            Error = Text(json, "error"),
            Line = line,
        };
    }

    private static RunItem Item(JsonElement item) => new(Text(item, "item") ?? string.Empty, Text(item, "verdict") ?? string.Empty,
        Text(item, "evidence") ?? string.Empty, Text(item, "by") ?? string.Empty, Integer(item, "step"));

    private static ImmutableArray<double?> CalibratedOf(JsonElement scores)
    {
        if (scores.ValueKind != JsonValueKind.Array)
            return [];
        ImmutableArray<double?> each = [.. scores.EnumerateArray().Select(score => Number(score, "calibrated"))];
        return each.Any(share => share is not null) ? each : [];
    }

    private static RecordLabels Labels(JsonElement record) => record.ValueKind != JsonValueKind.Object ? RecordLabels.None
        : new RecordLabels
        {
            FirstWrongStep = Integer(record, "label"),
            IsAnswerRight = record.TryGetProperty("answerRight", out var isRight) ? isRight.GetBoolean() : null,
            Steps = [.. Items(record, "stepLabels").Select(label => label.GetInt32())],
            Source = Text(record, "source"),
            Kind = Text(record, "kind"),
            Language = Text(record, "language"),
            Licence = Text(record, "licence"),
        };

    internal static RunFinding Finding(JsonElement json)
    {
        var evidence = json.TryGetProperty("evidence", out var found)
            ? found.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? string.Empty)).ToList() : [];
        return new RunFinding(
            json.GetProperty("rule").GetString()!, json.GetProperty("severity").GetString()!, Integer(json, "step"),
            json.GetProperty("message").GetString()!,
            json.TryGetProperty("range", out var range) ? range.GetProperty("start").GetProperty("line").GetInt32() + 1 : 0)
        {
            Evidence = evidence,
            Mistake = evidence.FirstOrDefault(pair => pair.Key == Review.Findings.Evidence.MistakeName).Value,
            Fix = Items(json, "fixes").Select(fix => Text(fix, "title")).FirstOrDefault(),
            NewText = Items(json, "fixes").Take(1).SelectMany(fix => Items(fix, "edits")).ToList() is [var edit]
                ? Text(edit, "newText") : null,
        };
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray() : [];

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        [.. Items(json, name).Select(item => item.GetString() ?? string.Empty)];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static int? Integer(JsonElement json, string name) => Number(json, name) is { } value ? (int)value : null;

    private static double? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble() : null;
}

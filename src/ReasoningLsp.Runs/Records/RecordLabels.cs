using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Runs.Records;

/// <summary>What a record says of its trace beside the trace: labels by people, where it comes from. No review reads it.</summary>
public sealed record RecordLabels
{
    private static readonly ImmutableArray<string> s_scores =
        ["scores", "step_scores", "prm_scores", "step_rewards", "process_rewards", "rewards"];

    /// <summary>Nothing is said.</summary>
    public static RecordLabels None { get; } = new();

    /// <summary>The first wrong step from 0, −1 where all are right, null where nobody said.</summary>
    public int? FirstWrongStep { get; init; }

    /// <summary>What people said of each step: 1 right, 0 neutral, −1 wrong; empty where nobody said.</summary>
    public ImmutableArray<int> Steps { get; init; } = [];

    /// <summary>A score of each step that the record brings, by whatever model; empty where it brings none.</summary>
    public ImmutableArray<double> Scores { get; init; } = [];

    /// <summary>Whether the final answer is right, or null.</summary>
    public bool? IsAnswerRight { get; init; }

    /// <summary>The data set, or who made the solution, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The kind of error, subject or category, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>The language of the text, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The licence under which the record may be passed on, or null.</summary>
    public string? Licence { get; init; }

    /// <summary>The labels of a record of JSON; nothing where it is none.</summary>
    public static RecordLabels Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : None;
        }
        catch (JsonException)
        {
            // The reader of traces tells of it.
            return None;
        }
    }

    private static RecordLabels Read(JsonElement record) => new()
    {
        FirstWrongStep = record.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.Number
            && label.TryGetInt32(out var step) ? step : null,
        Steps = record.TryGetProperty("step_labels", out var steps) ? StepLabels(steps) : [],
        Scores = ScoresOf(record),
        IsAnswerRight = Boolean(record, "final_answer_correct"),
        Source = Text(record, "source") ?? Text(record, "generator") ?? Text(record, "model"),
        Kind = Text(record, "kind") ?? Text(record, "subject") ?? Text(record, "category") ?? Kinds(record),
        Language = Text(record, "language"),
        Licence = Text(record, "licence") ?? Text(record, "license"),
    };

    private static string? Kinds(JsonElement record) =>
        record.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            ? Text(meta, "kind") ?? Text(meta, "subject") ?? Text(meta, "category") ?? Text(meta, "type") : null;

    private static ImmutableArray<int> StepLabels(JsonElement steps)
    {
        if (steps.ValueKind != JsonValueKind.Array)
            return [];
        var labels = ImmutableArray.CreateBuilder<int>();
        foreach (var each in steps.EnumerateArray())
        {
            if (each.ValueKind is JsonValueKind.True or JsonValueKind.False)
                labels.Add(each.GetBoolean() ? 1 : -1);
            else if (each.ValueKind == JsonValueKind.Number && each.TryGetInt32(out var value))
                labels.Add(Math.Sign(value));
            else
                return [];
        }

        return labels.ToImmutable();
    }

    private static ImmutableArray<double> ScoresOf(JsonElement record)
    {
        foreach (var name in s_scores)
        {
            if (record.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
            {
                ImmutableArray<double?> scores = [.. list.EnumerateArray().Select(Score)];
                if (!scores.Contains(null))
                    return [.. scores.Select(score => score!.Value)];
            }
        }

        return [];
    }

    // A number, or as `review --format jsonl` writes it.
    private static double? Score(JsonElement item)
    {
        var value = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("value", out var inner) ? inner : item;
        return value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble() : null;
    }

    private static bool? Boolean(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? record.GetProperty(name).GetBoolean() : null;

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

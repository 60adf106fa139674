using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Routing;

namespace ReasoningLsp.Runs.Desks;

/// <summary>Reads of a line as much as its row needs, and no more: texts are taken out only where something was found in them.</summary>
internal static class DeskRowReader
{
    /// <summary>The row of a line; null where the line is none of a run.</summary>
    public static DeskRow? Read(long offset, ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Row(offset, line.Length, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static DeskRow Row(long offset, int length, JsonElement json)
    {
        var file = json.GetProperty("file").GetString()!;
        var id = Text(json, "id");
        var number = json.TryGetProperty("trace", out var trace) && trace.ValueKind == JsonValueKind.Number ? trace.GetInt32() : (int?)null;
        var record = json.TryGetProperty("record", out var found) ? found : default;
        var steps = Array(record, "steps");
        var count = steps is { } all ? all.GetArrayLength() : 0;
        var findings = Findings(json, record, steps, count);
        var (lowest, score, any) = Lowest(json, record);
        var signals = new TraceSignals(
            count == 0 ? 0 : Items(json, "states").Count(state => state.ValueEquals("checked"u8)) / (double)count, score,
            Items(json, "checklist").Select(item => Number(item, "pYes")).Min(), Number(json, "passRate"),
            findings.Any(finding => Refutes(finding)), !findings.IsEmpty)
        {
            Score = any,
        };
        return new DeskRow(offset, length,
            new QueueEntry(json.GetProperty("unit").GetInt64(), RunTrace.NameOf(id, file, number), count, signals, lowest, findings), file,
            SolutionName.OfHash(Text(json, "hash") ?? StepHash.OfSolution(Text(record, "problem"), Texts(steps)), id, number, file),
            Text(json, "error"));
    }

    private static bool Refutes(QueueFinding finding) => finding.Step is not null && finding.Rule is not "RR390"
        && (finding.Rule.StartsWith("RR1", StringComparison.Ordinal) || finding.Rule.StartsWith("RR3", StringComparison.Ordinal));

    private static ImmutableArray<QueueFinding> Findings(JsonElement json, JsonElement record, JsonElement? steps, int count)
    {
        List<(RunFinding, string)>? findings = null;
        foreach (var each in Items(json, "findings"))
        {
            var severity = each.GetProperty("severity");
            if (!severity.ValueEquals("error"u8) && !severity.ValueEquals("warning"u8))
                continue;
            var finding = RunTraceReader.Finding(each);
            (findings ??= []).Add((finding, finding.Step is { } step && step >= 0 && step < count
                ? StepHash.Of(steps!.Value[step].GetString() ?? string.Empty)
                : StepHash.OfSolution(Text(record, "problem"), Texts(steps))));
        }

        return findings is null ? [] : QueueFinding.All(findings);
    }

    // The step with the lowest score, the score where scores are probabilities, and whatever it is.
    private static (int Step, double? Score, double? Any) Lowest(JsonElement json, JsonElement record)
    {
        var (step, lowest, highest, at) = (-1, double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var value in Array(json, "scores") is { } own
            ? own.EnumerateArray().Select(score => score.GetProperty("value").GetDouble())
            : Items(record, "scores").Select(score => score.GetDouble()))
        {
            if (value < lowest)
                (step, lowest) = (at, value);
            highest = Math.Max(highest, value);
            at++;
        }

        var isProbability = lowest >= 0 && highest <= 1 && !Items(json, "scores").Any(score => score.TryGetProperty("scale"u8, out _));
        return (step, step >= 0 && isProbability ? lowest : null, step >= 0 ? lowest : null);
    }

    private static IEnumerable<string> Texts(JsonElement? steps) =>
        steps is { } all ? all.EnumerateArray().Select(step => step.GetString() ?? string.Empty) : [];

    private static JsonElement? Array(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array : null;

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        Array(json, name) is { } array ? array.EnumerateArray() : [];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Reads what was exported as a trainer would, and says what it could not use.</summary>
public static class ExportCheck
{
    /// <summary>What is wrong with a line, or null.</summary>
    public static string? Problem(ExportFormat format, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return json.ValueKind != JsonValueKind.Object ? "this is no JSON object" : format switch
            {
                ExportFormat.TrlStepwise => Stepwise(json),
                ExportFormat.Prm800K => Prm800K(json),
                ExportFormat.Preference => Preference(json),
                _ => Episode(json),
            } ?? Weight(json);
        }
        catch (JsonException error)
        {
            return $"this is no JSON: {error.Message}";
        }
    }

    /// <summary>The labelled steps of a line of steps, or null where it holds none.</summary>
    public static ExportedSteps? Read(ExportFormat format, string line)
    {
        if (format is not (ExportFormat.TrlStepwise or ExportFormat.Prm800K) || Problem(format, line) is not null)
            return null;
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        if (format == ExportFormat.TrlStepwise)
        {
            return new ExportedSteps(json.GetProperty("prompt").GetString()!, Texts(json.GetProperty("completions")),
                [.. json.GetProperty("labels").EnumerateArray().Select(label => (int?)(label.GetBoolean() ? 1 : -1))])
            {
                Soft = json.TryGetProperty("soft_labels", out var soft)
                    ? [.. soft.EnumerateArray().Select(label => (double?)label.GetDouble())] : [],
                Weight = WeightOf(json),
            };
        }

        ImmutableArray<JsonElement> steps = [.. json.GetProperty("label").GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("completions")[step.GetProperty("chosen_completion").GetInt32()])];
        return new ExportedSteps(json.GetProperty("question").GetProperty("problem").GetString()!,
            [.. steps.Select(step => step.GetProperty("text").GetString()!)],
            [.. steps.Select(step => step.GetProperty("rating").ValueKind == JsonValueKind.Null ? (int?)null
                : step.GetProperty("rating").GetInt32())])
        {
            Soft = steps.Any(step => step.TryGetProperty("soft_rating", out _))
                ? [.. steps.Select(step => step.TryGetProperty("soft_rating", out var soft) ? soft.GetDouble() : (double?)null)] : [],
            Weight = WeightOf(json),
        };
    }

    private static string? Stepwise(JsonElement json)
    {
        if (Missing(json, "prompt") is { } missing)
            return missing;
        if (!IsList(json, "completions", JsonValueKind.String) || !IsList(json, "labels", JsonValueKind.True))
            return "\"completions\" is an array of strings and \"labels\" one of true and false: other numbers pass through int() and 0.9 "
                + "becomes 0";
        int steps = json.GetProperty("completions").GetArrayLength(), labels = json.GetProperty("labels").GetArrayLength();
        if (steps == 0 || steps != labels)
            return steps == 0 ? "there is no step" : $"there are {steps} completions and {labels} labels";
        return !json.TryGetProperty("soft_labels", out var soft) || (IsList(json, "soft_labels", JsonValueKind.Number)
            && soft.GetArrayLength() == steps && soft.EnumerateArray().All(IsShare)) ? null
                : "\"soft_labels\" is an array of numbers from 0 to 1, one a step";
    }

    private static string? Prm800K(JsonElement json)
    {
        if (!json.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.Object)
            return "\"question\" is missing";
        if (Missing(question, "problem") is { } missing)
            return missing;
        if (!json.TryGetProperty("label", out var label) || label.ValueKind != JsonValueKind.Object
            || !label.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array || steps.GetArrayLength() == 0)
            return "\"label\" has no \"steps\"";
        return steps.EnumerateArray().All(IsStep) ? null
            : "each of \"steps\" has \"completions\" of text and rating (1, 0, -1 or null) and the index \"chosen_completion\"";
    }

    private static bool IsStep(JsonElement step) =>
        step.ValueKind == JsonValueKind.Object && step.TryGetProperty("completions", out var completions)
        && completions.ValueKind == JsonValueKind.Array && step.TryGetProperty("chosen_completion", out var chosen)
        && chosen.ValueKind == JsonValueKind.Number && chosen.TryGetInt32(out var at) && at >= 0 && at < completions.GetArrayLength()
        && completions.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Object && Missing(each, "text") is null
            && each.TryGetProperty("rating", out var rating) && (rating.ValueKind == JsonValueKind.Null
                || (rating.ValueKind == JsonValueKind.Number && rating.TryGetInt32(out var value) && value is >= -1 and <= 1))
            && (!each.TryGetProperty("soft_rating", out var soft) || IsShare(soft)));

    private static string? Preference(JsonElement json) => Missing(json, "prompt") ?? Missing(json, "chosen") ?? Missing(json, "rejected")
        ?? (json.GetProperty("chosen").GetString() == json.GetProperty("rejected").GetString() ? "both answers are the same" : null);

    private static string? Episode(JsonElement json)
    {
        if (Missing(json, "prompt") is { } missing)
            return missing;
        return json.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Array && steps.GetArrayLength() > 0
            && steps.EnumerateArray().All(step => step.ValueKind == JsonValueKind.Object && Missing(step, "action") is null
                && step.TryGetProperty("reward", out var reward) && reward.ValueKind == JsonValueKind.Number)
            ? null : "each of \"steps\" has a text \"action\" and a number \"reward\"";
    }

    private static string? Weight(JsonElement json) => !json.TryGetProperty("weight", out var weight)
        || (weight.ValueKind == JsonValueKind.Number && weight.GetDouble() >= 0) ? null : "\"weight\" is a number that is not negative";

    private static double? WeightOf(JsonElement json) => json.TryGetProperty("weight", out var weight) ? weight.GetDouble() : null;

    private static bool IsShare(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1;

    private static string? Missing(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? null : $"\"{name}\" is missing or no string";

    private static bool IsList(JsonElement json, string name, JsonValueKind kind) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(item => item.ValueKind == kind
            || (kind == JsonValueKind.True && item.ValueKind == JsonValueKind.False));

    private static ImmutableArray<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}

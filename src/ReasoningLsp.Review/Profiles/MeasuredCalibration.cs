using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Json;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Profiles;

/// <summary>What share of steps of a score people judged right, measured by <c>bench NAME --calibrate</c> on this user's own
/// runs.</summary>
/// <param name="Groups">Of all steps and of kinds of them.</param>
public sealed record MeasuredCalibration(ImmutableArray<CalibrationGroup> Groups)
{
    private static readonly JsonForm s_form = JsonForm.Parse("""
        {"type": "object", "required": ["groups"], "properties": {"groups": {"type": "array", "items": {"type": "object"}}}}
        """);

    /// <summary>Where that of a model's scores by a profile is kept below the user's folder.</summary>
    public static string PathOf(string userFolder, string profile, string model) =>
        Path.Combine(userFolder, "calibration", $"{Name(profile)}.{Name(model)}.json");

    /// <summary>What is kept there; null where there is nothing, or nothing that can be read.</summary>
    public static MeasuredCalibration? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            ImmutableArray<CalibrationGroup> groups =
            [
                .. s_form.Read(BoundedFile.ReadOfFolder(path), path).GetProperty("groups").EnumerateArray()
                    .Where(group => group.TryGetProperty("levels", out _)).Select(Group).Where(group => !group.Levels.IsEmpty),
            ];
            return groups.IsEmpty ? null : new MeasuredCalibration(groups);
        }
        catch (Exception error) when (error is InferenceException or IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>That of steps in a language where so many were judged, else of all; null where neither is there.</summary>
    public CalibrationGroup? For(string? language) =>
        (language is null ? null : Groups.FirstOrDefault(group => group.Of == $"language = {language}"))
            ?? Groups.FirstOrDefault(group => group.Of.Length == 0);

    private static CalibrationGroup Group(JsonElement group) => new(group.GetProperty("of").GetString() ?? string.Empty,
        [.. group.GetProperty("levels").EnumerateArray().Select(level => new CalibrationLevel(level.GetProperty("from").GetDouble(),
            level.GetProperty("to").GetDouble(), level.GetProperty("steps").GetInt32(), level.GetProperty("right").GetDouble()))
            .OrderBy(level => level.From)]);

    private static string Name(string text) =>
        string.Concat(text.Select(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '.' or '_' ? each : '_'));
}

using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Benchmarks;

/// <summary>Steps of the checked-in slices, so that every machine measures the same texts.</summary>
internal static class StepTexts
{
    /// <summary>The first <paramref name="count"/> steps of a slice, from the start again where it has fewer.</summary>
    public static ImmutableArray<string> Read(string slice, int count)
    {
        var steps = File.ReadLines(Slices.Path(slice)).SelectMany(Steps).Take(count).ToList();
        return [.. Enumerable.Range(0, count).Select(index => steps[index % steps.Count])];
    }

    /// <summary>The different steps of a slice, in order.</summary>
    public static IEnumerable<string> Distinct(string slice) =>
        File.ReadLines(Slices.Path(slice)).SelectMany(Steps).Distinct(StringComparer.Ordinal);

    private static List<string> Steps(string line)
    {
        using var record = JsonDocument.Parse(line);
        return [.. record.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!)];
    }
}

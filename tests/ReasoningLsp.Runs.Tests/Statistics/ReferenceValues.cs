using System.Text.Json;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Runs.Tests.Statistics;

/// <summary>Tables and what scikit-learn and SciPy make of them.</summary>
internal static class ReferenceValues
{
    public static JsonElement Of(string key)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Require("fixtures/statistics/reference.json")));
        return document.RootElement.GetProperty(key).Clone();
    }

    public static ScoredLabel[] Scored(JsonElement table) =>
        [.. Numbers(table, "score").Zip(Integers(table, "label"), (score, label) => new ScoredLabel(score, label == 1))];

    public static double Number(this JsonElement table, string name) => table.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement table, string name) =>
        [.. table.GetProperty(name).EnumerateArray().Select(each => each.GetDouble())];

    public static int[] Integers(this JsonElement table, string name) =>
        [.. table.GetProperty(name).EnumerateArray().Select(each => each.GetInt32())];
}

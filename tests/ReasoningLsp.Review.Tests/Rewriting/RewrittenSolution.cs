using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Tests.Rewriting;

/// <summary>A solution and the ways in which each of its steps is written anew.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Record">As it was.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Ways">The ways of each step, in order; empty for one that stays.</param>
/// <param name="WrongStep">The step in which an error was planted; -1 where none was.</param>
internal sealed record RewrittenSolution(string Id, JsonObject Record, ImmutableArray<string> Steps,
    ImmutableArray<ImmutableArray<Rewriting>> Ways, int WrongStep)
{
    /// <summary>The record as it was.</summary>
    public JsonLine Before => Line(Steps);

    /// <summary>The record written anew.</summary>
    public JsonLine After => Line([.. Rewritten]);

    private IEnumerable<string> Rewritten => Steps.Zip(Ways, (step, ways) => ways.Aggregate(step, (text, way) => way.Apply(text)));

    /// <summary>The same with one way or one step less, the largest cuts first.</summary>
    public IEnumerable<RewrittenSolution> Smaller()
    {
        if (Steps.Length > 1)
        {
            for (var i = Steps.Length - 1; i >= 0; i--)
                yield return this with
                {
                    Steps = Steps.RemoveAt(i),
                    Ways = Ways.RemoveAt(i),
                    WrongStep = i < WrongStep ? WrongStep - 1 : i == WrongStep ? -1 : WrongStep,
                };
        }

        for (var i = 0; i < Ways.Length; i++)
        {
            for (var j = 0; j < Ways[i].Length; j++)
                yield return this with { Ways = Ways.SetItem(i, Ways[i].RemoveAt(j)) };
        }
    }

    /// <summary>The ways and the steps that they made, for a person.</summary>
    public override string ToString() => $"{Id}: {string.Join(" | ", Ways.SelectMany(ways => ways).Select(way => way.Name))}\n"
        + string.Join('\n', Rewritten.Select(step => $"    {step.Replace("\n", "⏎", StringComparison.Ordinal)}"));

    private JsonLine Line(ImmutableArray<string> steps)
    {
        var record = Record.DeepClone().AsObject();
        record["steps"] = new JsonArray([.. steps.Select(step => JsonValue.Create(step))]);
        return new JsonLine(record.ToJsonString(), 0, 0, 0, null);
    }

    /// <summary>The solution of a record, nothing written anew; null where it lists no steps, or is known to be wrong.</summary>
    public static RewrittenSolution? Of(string line)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        if (record["label"] is JsonValue label && label.GetValueKind() == JsonValueKind.Number && label.GetValue<int>() >= 0)
            return null;
        if (record["steps"] is not JsonArray steps || steps.Any(step => step?.GetValueKind() != JsonValueKind.String))
            return null;
        ImmutableArray<string> texts = [.. steps.Select(step => step!.GetValue<string>())];
        return new RewrittenSolution(record["id"]?.ToString() ?? string.Empty, record, texts,
            [.. texts.Select(_ => ImmutableArray<Rewriting>.Empty)], -1);
    }
}

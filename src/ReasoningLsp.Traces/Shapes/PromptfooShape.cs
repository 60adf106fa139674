using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>The results of an evaluation of promptfoo.</summary>
internal sealed class PromptfooShape() : RecordShape("promptfoo results",
    """{"results": {"results": [{"prompt": {"raw": "…"}, "response": {"output": "…"}}]}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("results.results|outputs", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var item in record.Find("results")!.Value.Object()!.Find("results", "outputs")!.Value.Items())
        {
            if (item.Object() is not { } result || Output(result) is not { } output || SolutionValue.Read(output) is not { } text)
                continue;
            solutions.Add(new RecordSolution(text)
            {
                Problem = result.Find("prompt")?.Object()?.String("raw") ?? result.String("prompt"),
                HasNoReference = true,
                Name = CommonKeys.Id(result) ?? Named.Number(solutions.Count),
            });
        }

        return solutions.Count > 0 ? solutions : null;
    }

    private static JsonPlace? Output(JsonObjectPlace result) => result.Find("response")?.Object()?.Find("output") ?? result.Find("text");
}

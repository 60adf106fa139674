using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>What a scenario of HELM asked and what was completed.</summary>
internal sealed class HelmShape() : RecordShape("HELM scenario state",
    """{"request_states": [{"instance": {"input": {"text": "…"}}, "result": {"completions": [{"text": "…"}]}}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("request_states", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var item in record.Find("request_states")!.Value.Items())
        {
            if (item.Object() is not { } state || state.Find("result")?.Object()?.Find("completions") is not { } completions)
                continue;
            var instance = state.Find("instance")?.Object();
            var id = instance?.String("id")?.Text ?? Named.Number(solutions.Count);
            foreach (var solution in Named.Of(completions.Items(), null))
                solutions.Add(solution with
                {
                    Problem = instance?.Find("input")?.Object()?.String("text") ?? state.Find("request")?.Object()?.String("prompt"),
                    Reference = instance is null ? null : Reference(instance),
                    HasNoReference = true,
                    Name = solution.Name is { } name ? $"{id}/{name}" : id,
                });
        }

        return solutions.Count > 0 ? solutions : null;
    }

    // Of several that are tagged as correct any would do, so that none is the one to compare with.
    private static string? Reference(JsonObjectPlace instance)
    {
        var correct = (instance.Find("references")?.Items() ?? []).Select(item => item.Object()).OfType<JsonObjectPlace>()
            .Where(reference => reference.Strings("tags").Contains("correct"))
            .Select(reference => reference.Find("output")?.Object()?.String("text")?.Text ?? reference.String("output")?.Text).ToList();
        return correct is [var single] ? single : null;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A log of Inspect: the samples of an evaluation with their conversations.</summary>
internal sealed class InspectLogShape() : RecordShape("Inspect log",
    """{"eval": {"task": "…"}, "samples": [{"id": 1, "input": "…", "target": "…", "messages": [{"role": "assistant", "content": "…"}]}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("samples", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var item in record.Find("samples")!.Value.Items())
        {
            if (item.Object() is not { } sample || Written(sample) is not { } written)
                continue;
            var reference = sample.Strings("target");
            solutions.Add(new RecordSolution(written)
            {
                Problem = CommonKeys.Problem(sample) ?? (sample.Find("messages") is { } messages
                    ? ChatMessages.Read(messages.Items()).Problem : null),
                Reference = reference.IsEmpty ? null : string.Join(", ", reference),
                HasNoReference = reference.IsEmpty,
                Name = CommonKeys.Id(sample),
            });
        }

        return solutions.Count > 0 ? solutions : null;
    }

    private static SolutionText? Written(JsonObjectPlace sample) =>
        (sample.Find("messages") is { } messages ? ChatMessages.Read(messages.Items()).Solution : null)
        ?? (sample.Find("output")?.Object()?.Find("choices")?.Items() is [var choice, ..]
            && choice.Object()?.Find("message")?.Object() is { } message ? ChatMessage.Read(message).Solution() : null);
}

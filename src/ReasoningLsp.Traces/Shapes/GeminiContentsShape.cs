using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation as Gemini's interface and its training files write it.</summary>
internal sealed class GeminiContentsShape() : RecordShape(
    "Gemini contents", """{"contents": [{"role": "user", "parts": [{"text": "…"}]}, {"role": "model", "parts": [{"text": "…"}]}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("contents", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var (problem, solution) = ChatMessages.Read(record.Find("contents")!.Value.Items());
        return solution is null ? null : [new RecordSolution(solution) { Problem = problem }];
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A problem and the list of its steps: ProcessBench, and structured outputs with <c>explanation</c> and <c>output</c>.</summary>
internal sealed class StepsShape() : RecordShape("steps", """{"problem": "…", "steps": ["…", "…"]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("steps", "[{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var value = record.Find("steps")!.Value;
        if (value.Object() is { } named && NumberedSteps.Of(named) is null)
            return null;
        var steps = JsonSteps.Read(value, errors);
        return [new RecordSolution(steps with { FinalAnswer = record.String("final_answer") })];
    }
}

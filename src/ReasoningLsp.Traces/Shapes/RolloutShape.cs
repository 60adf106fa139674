using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>What verl dumps of a rollout: the prompt in the model's format, and what it wrote.</summary>
internal sealed class RolloutShape() : RecordShape("verl rollout", """{"input": "…", "output": "…", "gts": "…", "score": 1.0}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("gts|gt|score", ""), new("input", "\"", IsTelling: false), new("output", "\"", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        [new RecordSolution(SolutionText.Split(record.String("output")!)) { Problem = ChatPrompt.Question(record.String("input")!) }];
}

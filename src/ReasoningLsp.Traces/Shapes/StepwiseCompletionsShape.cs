using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>TRL's stepwise supervision: the completions are the steps of one solution, a label for each.</summary>
internal sealed class StepwiseCompletionsShape() : RecordShape(
    "TRL stepwise supervision", """{"prompt": "…", "completions": ["…", "…"], "labels": [true, false]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("completions", "["), new("labels", "[", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        [new RecordSolution(JsonSteps.Read(record.Find("completions")!.Value, errors))];
}

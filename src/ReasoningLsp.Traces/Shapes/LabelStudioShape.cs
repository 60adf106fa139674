using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A task of Label Studio: the record that is labelled stands in its data.</summary>
internal sealed class LabelStudioShape() : RecordShape("Label Studio task",
    """{"id": 1, "data": {"question": "…", "response": "…"}, "annotations": []}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("data", "{", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        InnerRecord.Read(record.Find("data")!.Value.Object()!);
}

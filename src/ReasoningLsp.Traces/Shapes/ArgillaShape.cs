using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A record of Argilla: what is annotated stands in its fields.</summary>
internal sealed class ArgillaShape() : RecordShape("Argilla record",
    """{"fields": {"instruction": "…", "response": "…"}, "responses": {}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("fields", "{", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        InnerRecord.Read(record.Find("fields")!.Value.Object()!);
}

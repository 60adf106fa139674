using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>Several solutions of one problem.</summary>
internal sealed class ManyResponsesShape() : RecordShape("several responses", """{"prompt": "…", "responses": ["…", "…"]}""")
{
    private const string Names = "responses|completions|generations|outputs|samples|solutions|candidates|model_solutions";

    public override ImmutableArray<ShapeKey> Keys { get; } = [new(Names, "[")];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        Named.Of(record.Find(Names.Split('|'))!.Value.Items(), null);
}

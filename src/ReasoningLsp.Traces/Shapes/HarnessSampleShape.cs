using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A sample as lm-evaluation-harness logs it.</summary>
internal sealed class HarnessSampleShape() : RecordShape(
    "lm-evaluation-harness sample", """{"doc": {"question": "…"}, "target": "…", "resps": [["…"]]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("resps", "["), new("doc", "{")];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var doc = record.Find("doc")!.Value.Object()!;
        // A list for each request, a text for each sample of it; some tasks log the texts alone.
        var texts = record.Find("resps")!.Value.Items().SelectMany(item => item.IsArray ? item.Items() : [item]);
        return Named.Of(texts, null) is { Count: > 0 } solutions
            ? [.. solutions.Select(solution => solution with { Problem = CommonKeys.Problem(doc), Reference = Reference(record, doc) })]
            : [];
    }

    private static string? Reference(JsonObjectPlace record, JsonObjectPlace doc) =>
        record.String("target")?.Text ?? CommonKeys.Reference(doc);
}

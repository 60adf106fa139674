using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>ShareGPT: a conversation whose messages are <c>from</c> someone and have a <c>value</c>.</summary>
internal sealed class ShareGptShape() : RecordShape(
    "ShareGPT", """{"conversations": [{"from": "human", "value": "…"}, {"from": "gpt", "value": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("conversations|conversation", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        ConversationShape.Read(record, record.Find("conversations", "conversation")!.Value);

    public override string Lack(JsonObjectPlace record) => ConversationShape.LackOf(record.Find("conversations", "conversation")!.Value);
}

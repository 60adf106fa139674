using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation of Claude's export.</summary>
internal sealed class ClaudeExportShape() : RecordShape("Claude export",
    """{"name": "…", "chat_messages": [{"sender": "human", "text": "…"}, {"sender": "assistant", "text": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("chat_messages", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        ConversationShape.Read(record, record.Find("chat_messages")!.Value);

    public override string Lack(JsonObjectPlace record) => ConversationShape.LackOf(record.Find("chat_messages")!.Value);
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>One message of an assistant, as Anthropic's interface answers: blocks of thinking and of text.</summary>
internal sealed class MessageShape() : RecordShape(
    "Anthropic message", """{"role": "assistant", "content": [{"type": "thinking", "thinking": "…"}, {"type": "text", "text": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("content", "\"["), new("role", "\"")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var message = ChatMessage.Read(record);
        return message.IsReply ? [new RecordSolution(message.Solution())] : null;
    }
}

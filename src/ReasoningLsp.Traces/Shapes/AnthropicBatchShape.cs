using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A line of the results of one of Anthropic's batches.</summary>
internal sealed class AnthropicBatchShape() : RecordShape("Anthropic batch result",
    """{"custom_id": "…", "result": {"type": "succeeded", "message": {"role": "assistant", "content": [{"type": "text", "text": "…"}]}}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("result.message", "{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        record.Find("result")?.Object()?.Find("message")?.Object() is { } message && ChatMessage.Read(message) is { IsReply: true } reply
            ? [new RecordSolution(reply.Solution())] : null;
}

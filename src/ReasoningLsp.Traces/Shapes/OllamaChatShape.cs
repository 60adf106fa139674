using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of Ollama's chat interface, whose thinking stands beside its content.</summary>
internal sealed class OllamaChatShape() : RecordShape(
    "Ollama chat", """{"model": "…", "message": {"role": "assistant", "content": "…", "thinking": "…"}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("message", "{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var message = ChatMessage.Read(record.Find("message")!.Value.Object()!);
        if (message.Parts.Count == 0)
            return null;
        var problem = record.Find("messages") is { } messages ? ChatMessages.Read(messages.Items()).Problem : null;
        return [new RecordSolution(message.Solution()) { Problem = problem }];
    }
}

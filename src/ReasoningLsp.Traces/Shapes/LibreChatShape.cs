using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation of LibreChat's export, whose messages say whether the user wrote them.</summary>
internal sealed class LibreChatShape() : RecordShape("LibreChat export",
    """{"conversationId": "…", "messages": [{"isCreatedByUser": true, "text": "…"}, {"isCreatedByUser": false, "text": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("messages", "[", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var messages = new List<ChatMessage>();
        Add(record.Find("messages")!.Value, messages);
        return ChatMessages.Of(messages) is var (problem, solution) && solution is not null
            ? [new RecordSolution(solution) { Problem = problem }] : null;
    }

    // In an export that keeps branches a message holds the replies to it; the last is the one that went on.
    private static void Add(JsonPlace list, List<ChatMessage> messages)
    {
        foreach (var item in list.Items())
        {
            if (item.Object() is not { } message || message.Find("isCreatedByUser") is not { } own)
                continue;
            messages.Add(ChatMessage.Read(message) with { Role = own.IsTrue ? "user" : "assistant" });
            if (message.Find("children") is { IsArray: true } children)
                Add(children, messages);
        }
    }
}

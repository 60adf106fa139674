using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A chat of Open WebUI's export: a tree of messages, of which the branch counts that was last seen.</summary>
internal sealed class OpenWebUiShape() : RecordShape("Open WebUI export",
    """{"title": "…", "chat": {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}}""")
{
    private const int Longest = 10_000;

    public override ImmutableArray<ShapeKey> Keys { get; } = [new("chat", "{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var chat = record.Find("chat")!.Value.Object()!;
        var read = chat.Find("history")?.Object() is { } history && Branch(history) is { Count: > 0 } branch ? ChatMessages.Of(branch)
            : ChatMessages.Read(chat.Find("messages")?.Items() ?? []);
        return read.Solution is { } solution
            ? [new RecordSolution(solution)
            {
                Problem = read.Problem,
                Name = CommonKeys.Id(record) is null ? record.String("title")?.Text : null,
            }]
            : null;
    }

    // From the last message up to the first.
    private static List<ChatMessage> Branch(JsonObjectPlace history)
    {
        var branch = new List<ChatMessage>();
        if (history.Find("messages")?.Object() is not { } messages)
            return branch;
        for (var name = history.String("currentId")?.Text; name is not null && branch.Count < Longest;)
        {
            if (messages.Find(name)?.Object() is not { } message)
                break;
            branch.Add(ChatMessage.Read(message));
            name = message.String("parentId")?.Text;
        }

        branch.Reverse();
        return branch;
    }
}

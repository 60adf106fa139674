using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation: the messages that OpenAI, Anthropic and others exchange.</summary>
internal sealed class ConversationShape() : RecordShape(
    "conversation", """{"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("messages", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        Read(record, record.Find("messages")!.Value);

    /// <summary>The solution that the replies among <paramref name="messages"/> make; null where none is a reply.</summary>
    public static IReadOnlyList<RecordSolution>? Read(JsonObjectPlace record, JsonPlace messages) =>
        ChatMessages.Read(messages.Items()) is (var problem, { } solution)
            ? [new RecordSolution(solution) { Problem = record.String("problem", "question", "prompt") ?? problem }] : null;

    public override string Lack(JsonObjectPlace record) => LackOf(record.Find("messages")!.Value);

    /// <summary>Why none of <paramref name="messages"/> is a reply that says something.</summary>
    public static string LackOf(JsonPlace messages)
    {
        var said = messages.Items().Select(item => item.Object()).OfType<JsonObjectPlace>().Select(ChatMessage.Read).ToList();
        var roles = said.Select(message => message.Role).OfType<string>().Distinct().Take(5).ToList();
        return said.Count == 0 ? "it holds no message"
            : roles.Count == 0 ? "its messages do not say by \"role\" or \"from\" whose they are"
            : said.Exists(message => message.IsReply) ? "the assistant's messages hold no text that is read"
            : $"no message is of an \"assistant\" or \"model\": all are of {string.Join(" or ", roles.Select(role => $"\"{role}\""))}";
    }
}

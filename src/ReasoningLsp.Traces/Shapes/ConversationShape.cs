using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation: the messages that OpenAI, Anthropic and others exchange.</summary>
internal sealed class ConversationShape() : RecordShape(
    "conversation", """{"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("messages", "[")];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        Read(record, record.Find("messages")!.Value, errors);

    /// <summary>The solution that the replies among <paramref name="messages"/> make.</summary>
    public static IReadOnlyList<RecordSolution> Read(JsonObjectPlace record, JsonPlace messages, ImmutableArray<ReadError>.Builder errors)
    {
        var (problem, solution) = ChatMessages.Read(messages.Items());
        if (solution is null)
            errors.Add(new ReadError("no-steps", "The conversation holds no message of an assistant.", new TextSpan(messages.Start, 1)));
        return [new RecordSolution(solution ?? SolutionText.Empty) { Problem = record.String("problem", "question", "prompt") ?? problem }];
    }
}

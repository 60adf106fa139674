using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of OpenAI's chat interface, by itself, with its request, or as a line of a batch.</summary>
internal sealed class ChatCompletionShape() : RecordShape(
    "OpenAI chat completion", """{"choices": [{"message": {"role": "assistant", "content": "…"}}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("choices|response", "[{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var response = record.Find("choices") is null ? record.Find("response")?.Object() : record;
        if (response?.Find("body")?.Object() is { } body)
            response = body;
        if (response?.Find("choices") is not { IsArray: true } choices)
            return null;
        var messages = choices.Items().Select(choice => choice.Object()?.Find("message", "text")).OfType<JsonPlace>();
        return [.. Named.Of(messages, null).Select(solution => solution with { Problem = Asked(record) })];
    }

    private static MappedText? Asked(JsonObjectPlace record)
    {
        var request = record.Find("request")?.Object() ?? record;
        request = request.Find("body")?.Object() ?? request;
        return request.Find("messages") is { } messages ? ChatMessages.Read(messages.Items()).Problem : CommonKeys.Problem(request);
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A run of LangSmith, or what a chain or a model of LangChain answers.</summary>
internal sealed class LangChainShape() : RecordShape("LangSmith run",
    """{"run_type": "llm", "inputs": {"question": "…"}, "outputs": {"generations": [[{"text": "…"}]]}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("outputs|generations", "{[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var outputs = record.Find("outputs")?.Object() ?? record;
        if (Written(outputs) is not { } solution)
            return null;
        var inputs = record.Find("inputs")?.Object();
        return [new RecordSolution(solution) { Problem = inputs is null ? null : CommonKeys.Problem(inputs) ?? Asked(inputs) }];
    }

    private static SolutionText? Written(JsonObjectPlace outputs)
    {
        if (outputs.Find("generations") is { } generations && First(generations) is { } generation)
            return generation.Find("message") is { } said && Said(said) is { } text ? SolutionText.Split(text)
                : generation.String("text") is { } plain ? SolutionText.Split(plain) : null;
        if (outputs.Find("messages") is { } messages && messages.Items() is { Count: > 0 } all && Said(all[^1]) is { } last)
            return SolutionText.Split(last);
        if (outputs.Find("output", "answer", "text", "result", "response") is not { } value)
            return null;
        return value.String() is { } answer ? SolutionText.Split(answer) : Said(value) is { } message ? SolutionText.Split(message) : null;
    }

    private static MappedText? Asked(JsonObjectPlace inputs)
    {
        var messages = inputs.Find("messages")?.Items() ?? [];
        if (messages is [{ IsArray: true } batch, ..])
            messages = batch.Items();
        return messages.Count > 0 ? Said(messages[^1]) : null;
    }

    private static JsonObjectPlace? First(JsonPlace list)
    {
        while (list.IsArray && list.Items() is [var first, ..])
            list = first;
        return list.Object();
    }

    // {"kwargs": {"content": …}} and {"data": {"content": …}} as they are serialised, or the message itself.
    private static MappedText? Said(JsonPlace message)
    {
        if (message.Object() is not { } place)
            return null;
        var inner = place.Find("kwargs", "data")?.Object() ?? place;
        return ChatMessage.Read(inner).Text();
    }
}

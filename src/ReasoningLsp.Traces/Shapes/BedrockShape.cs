using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of Bedrock's converse interface, or a line of one of its batches, whatever the model writes there.</summary>
internal sealed class BedrockShape() : RecordShape(
    "Bedrock response", """{"output": {"message": {"role": "assistant", "content": [{"text": "…"}]}}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("output|modelOutput", "{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var output = record.Find("output|modelOutput".Split('|'))!.Value.Object()!;
        output = output.Find("output")?.Object() ?? output;
        return Written(output) is { } solution ? [new RecordSolution(solution) { Problem = Asked(record) }] : null;
    }

    private static SolutionText? Written(JsonObjectPlace output)
    {
        if ((output.Find("message")?.Object() ?? output) is var place
            && ChatMessage.Read(place) is { IsReply: true, Parts.Count: > 0 } message)
            return message.Solution();
        if (output.Find("results")?.Items() is [var result, ..] && result.Object()?.String("outputText") is { } answered)
            return SolutionText.Split(answered);
        return output.String("generation", "completion", "outputText", "text") is { } text ? SolutionText.Split(text) : null;
    }

    private static MappedText? Asked(JsonObjectPlace record)
    {
        var input = record.Find("modelInput")?.Object() ?? record;
        return input.Find("messages") is { } messages ? ChatMessages.Read(messages.Items()).Problem
            : input.String("inputText") ?? CommonKeys.Problem(input);
    }
}

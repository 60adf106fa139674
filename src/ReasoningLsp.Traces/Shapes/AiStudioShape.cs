using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A prompt that Google's AI Studio saved.</summary>
internal sealed class AiStudioShape() : RecordShape("AI Studio prompt",
    """{"chunkedPrompt": {"chunks": [{"text": "…", "role": "user"}, {"text": "…", "role": "model"}]}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("chunkedPrompt.chunks", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var chunks = record.Find("chunkedPrompt")!.Value.Object()!.Find("chunks")!.Value.Items();
        return ChatMessages.Of(chunks.Select(chunk => chunk.Object()).OfType<JsonObjectPlace>().Select(Read)) is var (problem, solution)
            && solution is not null ? [new RecordSolution(solution) { Problem = problem }] : null;
    }

    private static ChatMessage Read(JsonObjectPlace chunk)
    {
        var isThought = chunk.Find("isThought") is { IsTrue: true };
        var said = ChatMessage.Read(chunk);
        return said with { Parts = [.. said.Parts.Select(part => (part.Text, part.IsThought || isThought))] };
    }
}

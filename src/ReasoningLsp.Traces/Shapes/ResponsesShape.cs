using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of OpenAI's responses interface: items of reasoning and of message.</summary>
internal sealed class ResponsesShape() : RecordShape(
    "OpenAI response", """{"output": [{"type": "message", "content": [{"type": "output_text", "text": "…"}]}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("output", "[", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        SolutionText? solution = null;
        foreach (var item in record.Find("output")!.Value.Items())
        {
            if (item.Object() is not { } block)
                continue;
            var type = block.String("type")?.Text;
            if (type is not ("message" or "reasoning"))
                continue;
            var parts = new List<(MappedText Text, bool IsThought)>();
            foreach (var key in (string[])["content", "summary"])
                if (parts.Count == 0 && block.Find(key) is { } content)
                    ChatMessage.AddParts(content, type == "reasoning", parts);
            solution = (solution ?? SolutionText.Empty).Then(new ChatMessage(null, parts).Solution());
        }

        return solution is null ? null : [new RecordSolution(solution)];
    }
}

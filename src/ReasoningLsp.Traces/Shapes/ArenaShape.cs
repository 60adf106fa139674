using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A battle of Chatbot Arena: the same question to two models.</summary>
internal sealed class ArenaShape() : RecordShape("Chatbot Arena battle",
    """{"conversation_a": [{"role": "assistant", "content": "…"}], "conversation_b": [{"role": "assistant", "content": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("conversation_a", "["), new("conversation_b", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var side in (string[])["a", "b"])
            if (ChatMessages.Read(record.Find("conversation_" + side)!.Value.Items()) is (var problem, { } text))
                solutions.Add(new RecordSolution(text) { Problem = problem, Name = side });
        return solutions.Count > 0 ? solutions : null;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A problem and its solution in one piece, the model's thinking perhaps beside it.</summary>
internal sealed class SolutionShape() : RecordShape("solution", """{"problem": "…", "solution": "…"}""")
{
    private const string Names =
        "solution|response|completion|generated_solution|model_solution|generation|output|model_output|prediction|rationale|cot|text"
            + "|content";

    public override ImmutableArray<ShapeKey> Keys { get; } = [new(Names, "\"[{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        if (Columns.Read(record, record.Find(Names.Split('|'))!.Value) is { } rows)
            return rows;
        if (SolutionValue.Read(record.Find(Names.Split('|'))!.Value) is not { } solution)
            return null;
        var parts = new List<(MappedText Text, bool IsThought)>();
        foreach (var key in (string[])["thinking", "reasoning_content", "reasoning"])
            if (parts.Count == 0 && record.Find(key) is { } thoughts)
                ChatMessage.AddParts(thoughts, isThought: true, parts);
        return [new RecordSolution(new ChatMessage(null, parts).Solution().Then(solution))];
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A tree of Open Assistant: a prompt, the replies to it, what was asked about these, and so on. Each reply is a solution of what
/// it replies to.</summary>
internal sealed class OasstTreeShape() : RecordShape("Open Assistant tree",
    """{"message_tree_id": "…", "prompt": {"text": "…", "role": "prompter", "replies": [{"text": "…", "role": "assistant"}]}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("prompt.replies", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        Add(record.Find("prompt")!.Value.Object()!, null, solutions);
        var isOne = solutions.Count == 1;
        return solutions.Count == 0 ? null
            : [.. solutions.Select((solution, i) => solution with { Name = isOne ? null : Named.Number(i) })];
    }

    private static void Add(JsonObjectPlace message, MappedText? asked, List<RecordSolution> solutions)
    {
        var said = ChatMessage.Read(message);
        if (said is { IsReply: true, Parts.Count: > 0 })
            solutions.Add(new RecordSolution(said.Solution()) { Problem = asked });
        foreach (var reply in message.Find("replies")?.Items() ?? [])
            if (reply.Object() is { } place)
                Add(place, said.IsReply ? asked : said.Text(), solutions);
    }
}

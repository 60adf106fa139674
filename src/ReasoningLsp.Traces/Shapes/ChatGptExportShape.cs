using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation of ChatGPT's export: a tree of messages, of which the branch counts that was last seen.</summary>
internal sealed class ChatGptExportShape() : RecordShape("ChatGPT export",
    """{"title": "…", "mapping": {"a": {"message": {"author": {"role": "assistant"}, "content": {"parts": ["…"]}}, "children": []}}}""")
{
    private const int Longest = 10_000;

    public override ImmutableArray<ShapeKey> Keys { get; } = [new("mapping", "{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var mapping = record.Find("mapping")!.Value.Object()!;
        MappedText? asked = null;
        SolutionText? solution = null;
        foreach (var node in Branch(mapping, record.String("current_node")?.Text ?? Last(mapping)))
        {
            if (node.Find("message")?.Object() is not { } message)
                continue;
            var role = message.Find("author")?.Object()?.String("role")?.Text;
            var said = message.Find("content")?.Object() is { } content ? ChatMessage.Read(content) with { Role = role } : null;
            if (said is { IsQuestion: true } && solution is null)
                asked = said.Text();
            if (said is { IsReply: true, Parts.Count: > 0 })
                solution = (solution ?? SolutionText.Empty).Then(said.Solution());
        }

        return solution is null ? null : [new RecordSolution(solution) { Problem = asked, Name = record.String("title")?.Text }];
    }

    // From the last message up to the first.
    private static IEnumerable<JsonObjectPlace> Branch(JsonObjectPlace mapping, string? last)
    {
        var nodes = new List<JsonObjectPlace>();
        for (var name = last; name is not null && nodes.Count < Longest;)
        {
            if (mapping.Find(name)?.Object() is not { } node)
                break;
            nodes.Add(node);
            name = node.String("parent")?.Text;
        }

        nodes.Reverse();
        return nodes;
    }

    // Where no message is named as the current one: the last without a child.
    private static string? Last(JsonObjectPlace mapping) =>
        mapping.Names.LastOrDefault(name => mapping.Find(name)?.Object() is { } node && node.Find("children")?.Items() is null or []);
}

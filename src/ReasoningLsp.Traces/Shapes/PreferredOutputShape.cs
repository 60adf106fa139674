using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A preference as OpenAI's fine-tuning takes it.</summary>
internal sealed class PreferredOutputShape() : RecordShape("OpenAI preference",
    """{"input": {"messages": [{"role": "user", "content": "…"}]}, "preferred_output": """
        + """[{"role": "assistant", "content": "…"}], "non_preferred_output": [{"role": "assistant", "content": "…"}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("preferred_output", "["), new("non_preferred_output", "[")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var asked = record.Find("input")?.Object()?.Find("messages") is { } messages ? ChatMessages.Read(messages.Items()).Problem : null;
        var solutions = new List<RecordSolution>();
        foreach (var (key, name) in ((string, string)[])[("preferred_output", "chosen"), ("non_preferred_output", "rejected")])
            if (SolutionValue.Read(record.Find(key)!.Value) is { } text)
                solutions.Add(new RecordSolution(text) { Problem = asked, Name = name });
        return solutions.Count > 0 ? solutions : null;
    }
}

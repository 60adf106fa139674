using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A preference: a solution that was chosen and one that was rejected, each a text or messages.</summary>
internal sealed class PreferenceShape() : RecordShape("preference", """{"prompt": "…", "chosen": "…", "rejected": "…"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("chosen", "\"[{"), new("rejected", "\"[{")];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var name in (string[])["chosen", "rejected"])
        {
            var value = record.Find(name)!.Value;
            if (value.String() is { } whole && Transcript.Read(whole) is var (asked, answered))
                solutions.Add(new RecordSolution(SolutionText.Split(answered)) { Name = name, Problem = asked });
            else if (SolutionValue.Read(value) is { } text)
                solutions.Add(new RecordSolution(text) { Name = name, Problem = ChatMessages.Read(value.Items()).Problem });
        }

        return solutions;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>What Hugging Face's interfaces write: a text, or the conversation that it goes on with.</summary>
internal sealed class GeneratedTextShape() : RecordShape("Hugging Face generation", """{"generated_text": "…"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("generated_text", "\"[{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var written = record.Find("generated_text")!.Value;
        return SolutionValue.Read(written) is { } solution
            ? [new RecordSolution(solution) { Problem = CommonKeys.Problem(record) ?? record.String("inputs")
                ?? ChatMessages.Read(written.Items()).Problem }] : null;
    }
}

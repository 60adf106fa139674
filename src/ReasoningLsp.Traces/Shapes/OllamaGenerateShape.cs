using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of Ollama's generate interface, whose thinking stands beside its response.</summary>
internal sealed class OllamaGenerateShape() : RecordShape("Ollama generate", """{"model": "…", "response": "…", "thinking": "…"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("response", "\"", IsTelling: false), new("thinking", "\"")];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors) =>
        [new RecordSolution(SolutionText.SplitThoughts(record.String("thinking")!).Then(SolutionText.Split(record.String("response")!)))];
}

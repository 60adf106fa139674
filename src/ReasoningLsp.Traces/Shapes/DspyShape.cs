using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Segments;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>What a program of DSPy predicts: its reasoning, and the answer that this led to.</summary>
internal sealed class DspyShape() : RecordShape("DSPy prediction", """{"question": "…", "reasoning": "…", "answer": "…"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("reasoning|chain_of_thought", "\""), new("answer", string.Empty, IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var reasoning = record.String("reasoning", "chain_of_thought")!;
        var value = record.Find("answer")!.Value;
        var answer = value.String() ?? Number(value);
        if (string.IsNullOrWhiteSpace(reasoning.Text) || (answer is not null && WorkedText.Is(answer.Text)))
            return null;
        var solution = SolutionText.Split(reasoning);
        return [new RecordSolution(solution with { FinalAnswer = answer ?? solution.FinalAnswer })
        {
            HasNoReference = true,
            Reference = record.Strings("expected_answer", "gold_answer", "ground_truth", "reference_answer", "gold", "target")
                is [var reference] ? reference : null,
        }];
    }

    private static MappedText? Number(JsonPlace value) =>
        value.Span is var span && char.IsAsciiDigit(value.Text[span.End - 1])
            ? MappedText.Verbatim(value.Text.Substring(span.Start, span.Length), span.Start) : null;
}

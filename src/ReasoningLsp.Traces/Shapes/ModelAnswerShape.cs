using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A model's answers in MT-bench: of each choice the turns, one after the other.</summary>
internal sealed class ModelAnswerShape() : RecordShape("MT-bench answer",
    """{"question_id": 1, "model_id": "…", "choices": [{"index": 0, "turns": ["…", "…"]}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("choices", "["), new("question_id|answer_id", string.Empty, IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var turns = record.Find("choices")!.Value.Items().Select(choice => choice.Object()?.Find("turns")).OfType<JsonPlace>();
        return Named.Of(turns, null) is { Count: > 0 } solutions ? solutions : null;
    }
}

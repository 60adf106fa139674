using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A record of verl's data: the worked answer stands beside what the prompt was made of.</summary>
internal sealed class VerlDataShape() : RecordShape("verl data",
    """{"prompt": [{"role": "user", "content": "…"}], "reward_model": {"ground_truth": "408"}, "extra_info": """
        + """{"question": "…", "answer": "17 * 24 = 408\n#### 408"}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("extra_info", "{", IsTelling: false), new("reward_model", "{", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        // What a rollout says itself is looked at first.
        if (record.Find("response", "output", "completion", "responses") is not null)
            return null;
        return InnerRecord.Read(record.Find("extra_info")!.Value.Object()!) is { } solutions
            ? [.. solutions.Select(solution => solution with
            {
                Problem = solution.Problem ?? CommonKeys.Problem(record),
                Reference = CommonKeys.Reference(record),
            })]
            : null;
    }
}

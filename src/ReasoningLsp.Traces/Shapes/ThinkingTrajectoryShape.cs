using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>s1K: what models thought about a question, and what they answered; the set's own solution is the reference.</summary>
internal sealed class ThinkingTrajectoryShape() : RecordShape(
    "s1K", """{"question": "…", "solution": "…", "deepseek_thinking_trajectory": "…", "deepseek_attempt": "…"}""")
{
    private static readonly (string Name, string Thoughts, string Attempt)[] Models =
    [
        ("deepseek", "deepseek_thinking_trajectory", "deepseek_attempt"), ("gemini", "gemini_thinking_trajectory", "gemini_attempt"),
        ("claude", "claude_thinking_trajectory", "claude_attempt"), ("attempt", "thinking_trajectories", "attempt"),
    ];

    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new(string.Join('|', Models.Select(model => model.Thoughts)), "\"["), new("question", "\"", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var solutions = new List<RecordSolution>();
        foreach (var (name, thoughts, attempt) in Models)
        {
            var parts = new List<(MappedText Text, bool IsThought)>();
            if (record.Find(thoughts) is { } thinking)
                ChatMessage.AddParts(thinking, isThought: true, parts);
            if (record.Find(attempt) is { } answer)
                ChatMessage.AddParts(answer, isThought: false, parts);
            if (parts.Count > 0)
                solutions.Add(new RecordSolution(new ChatMessage(null, parts).Solution())
                {
                    Name = name,
                    Reference = record.String("solution")?.Text
                });
        }

        return solutions is [var single] ? [single with { Name = null }] : solutions;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>PRM800K: for each step several completions, of which one was chosen or written by a person.</summary>
internal sealed class Prm800kShape() : RecordShape(
    "PRM800K", """{"question": {"problem": "…"}, "label": {"steps": [{"completions": [{"text": "…"}], "chosen_completion": 0}]}}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } =
        [new("label.steps", "["), new("question.problem", "\""), new("label", "{", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution> ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var question = record.Find("question")!.Value.Object()!;
        var steps = record.Find("label")!.Value.Object()!.Find("steps")!.Value.Items();
        var solution = JsonSteps.Read([.. steps.Select(step => (Chosen(step.Object()), step.Span))], errors);
        return
        [
            new RecordSolution(solution)
            {
                Problem = question.String("problem"),
                Reference = question.Strings("ground_truth_answer").FirstOrDefault(),
            },
        ];
    }

    // The last step of a solution that was given up has no choice: the completion that was shown first stands for it.
    private static MappedText? Chosen(JsonObjectPlace? step)
    {
        if (step is null)
            return null;
        var completions = step.Find("completions") is { } list ? list.Items() : [];
        var chosen = step.Strings("chosen_completion").FirstOrDefault() is { } number && int.TryParse(number, out var index) ? index : -1;
        if (chosen >= 0 && chosen < completions.Count)
            return completions[chosen].Object()?.String("text");
        return step.Find("human_completion")?.Object()?.String("text") ?? step.String("human_completion")
            ?? (completions.Count > 0 ? completions[0].Object()?.String("text") : null);
    }
}

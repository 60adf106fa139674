using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>Math-Shepherd: problem and steps in one text, behind each step the sign <c>ки</c>, or its label in the text beside.</summary>
internal sealed partial class MathShepherdShape() : RecordShape(
    "Math-Shepherd", """{"input": "… Step 1: … ки\nStep 2: … ки", "label": "… Step 1: … +\nStep 2: … -"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("input|label", "\"", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var whole = record.String("input") is { } input && input.Text.Contains('к') ? input : record.String("label");
        if (whole is null || FirstStep().Match(whole.Text) is not { Success: true } first)
            return null;
        var steps = new List<(MappedText?, TextSpan)>();
        var at = first.Index;
        foreach (Match end in StepEnd().Matches(whole.Text, first.Index))
        {
            var span = TextSpan.FromBounds(at, end.Index);
            steps.Add((whole.Slice(span), whole.ToOriginal(span)));
            at = end.Index + end.Length;
        }

        if (steps.Count == 0)
            return null;
        var problem = first.Index > 0 ? whole.Slice(TextSpan.FromBounds(0, whole.Text[..first.Index].TrimEnd().Length)) : null;
        return [new RecordSolution(JsonSteps.Read(steps, errors)) { Problem = problem, HasNoReference = true }];
    }

    [GeneratedRegex(@"\bStep 1\s*[:.]", RegexOptions.CultureInvariant)]
    private static partial Regex FirstStep();

    // "ки" stands where a model is to judge, "+" and "-" where the label stands: before the next step or at the end.
    [GeneratedRegex(@"\s*(?:ки|[+-])\s*(?=\bStep \d+\s*[:.]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex StepEnd();
}

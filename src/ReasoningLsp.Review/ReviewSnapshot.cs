using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review;

/// <summary>What a review keeps for the next one.</summary>
/// <param name="Traits">Traits of the problem.</param>
/// <param name="Functions">Letters used for functions.</param>
/// <param name="Problem">What the problem's text says.</param>
/// <param name="Steps">One result a step.</param>
/// <param name="StepsChecked">How many steps were checked in this review and not taken from the one before.</param>
internal sealed record ReviewSnapshot(ProblemTraits Traits, ImmutableHashSet<string> Functions, StepAnalysis? Problem, ImmutableArray<StepResult> Steps, int StepsChecked)
{
    private readonly Lazy<Dictionary<string, StepResult>> _byText = new(() =>
    {
        var byText = new Dictionary<string, StepResult>(StringComparer.Ordinal);
        foreach (var result in Steps)
            byText.TryAdd(result.Analysis.Text, result);
        return byText;
    });

    /// <summary>The analysis of the problem if its text is the same.</summary>
    public StepAnalysis? ProblemFor(string text) => Problem?.Text == text ? Problem : null;

    /// <summary>The result for a text, looked for at its place first.</summary>
    public StepResult? ResultFor(string text, int index)
    {
        if (index < Steps.Length && Steps[index].Analysis.Text == text)
            return Steps[index];
        return _byText.Value.GetValueOrDefault(text);
    }
}

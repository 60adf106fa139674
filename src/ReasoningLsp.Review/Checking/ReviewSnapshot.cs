using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>What a review keeps for the next one.</summary>
/// <param name="Traits">Traits of the problem.</param>
/// <param name="Functions">Letters used for functions.</param>
/// <param name="Problem">What the problem's text says.</param>
/// <param name="Steps">One result a step.</param>
/// <param name="StepsChecked">How many steps were checked in this review and not taken from the one before.</param>
internal sealed record ReviewSnapshot(ProblemTraits Traits, ImmutableHashSet<string> Functions, StepAnalysis? Problem,
    ImmutableArray<StepResult> Steps, int StepsChecked)
{
    /// <summary>Traits before the problem's own statements were looked at.</summary>
    public ProblemTraits TextTraits { get; init; } = Traits;

    /// <summary>What the checks of the whole trace found.</summary>
    public ImmutableArray<TraceDraft> Whole { get; init; } = [];

    private readonly Lazy<Dictionary<string, StepResult>> _byText = new(() =>
    {
        var byText = new Dictionary<string, StepResult>(StringComparer.Ordinal);
        foreach (var result in Steps)
            byText.TryAdd(result.Analysis.Text, result);
        return byText;
    });

    /// <summary>The analysis of the problem if its text is the same.</summary>
    public StepAnalysis? ProblemFor(string text) => Problem?.Text == text ? Problem : null;

    /// <summary>The result for a step that says the same, looked for at its place first.</summary>
    public StepResult? ResultFor(Step step, int index)
    {
        if (index < Steps.Length && Steps[index].Analysis.Reads(step))
            return Steps[index];
        return _byText.Value.TryGetValue(step.Text.Text, out var moved) && moved.Analysis.Reads(step) ? moved : null;
    }
}

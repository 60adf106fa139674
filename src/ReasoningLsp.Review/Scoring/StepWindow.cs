using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring;

/// <summary>A run of steps that a model reads at once, of which the last are scored.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Steps">All steps of the trace.</param>
/// <param name="First">The first step that is read.</param>
/// <param name="FirstScored">The first step that is scored.</param>
/// <param name="End">The step after the last.</param>
internal sealed record StepWindow(string Problem, ImmutableArray<string> Steps, int First, int FirstScored, int End)
{
    /// <summary>Log-odds of the score before <see cref="FirstScored"/>, where scores are sums that go on from window to window.</summary>
    public double Carried { get; init; }

    /// <summary>All steps at once.</summary>
    public static StepWindow Whole(string problem, ImmutableArray<string> steps) => new(problem, steps, 0, 0, steps.Length);

    /// <summary>Whether nothing but one step is read.</summary>
    public bool IsOneStep => End == First + 1;

    /// <summary>Whether earlier steps are left out.</summary>
    public bool IsWindowed => First > 0;

    /// <summary>The same with no white space around the places where these of its steps are read; the very same where there is
    /// none.</summary>
    /// <param name="read">The steps, counted from <see cref="First"/>; −1 is what stands before them.</param>
    public StepWindow WithoutEdges(IEnumerable<int> read)
    {
        var steps = Steps;
        foreach (var step in read.Select(at => First + at))
        {
            if (step >= First && steps[step] != steps[step].TrimEnd())
                steps = steps.SetItem(step, steps[step].TrimEnd());
            if (step + 1 < End && steps[step + 1] != steps[step + 1].TrimStart())
                steps = steps.SetItem(step + 1, steps[step + 1].TrimStart());
        }

        return steps == Steps ? this : this with { Steps = steps };
    }

    /// <summary>What fills the prompt at a step.</summary>
    public PromptValues Values(int step, string? criterion) =>
        new(Problem, step < Steps.Length ? Steps[step] : string.Empty, step, Steps[First..Math.Min(step, Steps.Length)], criterion);
}

using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>How a trace is to be read, text by text.</summary>
/// <param name="Problem">What its problem says.</param>
/// <param name="Steps">What each step says.</param>
internal sealed record KnownHints(TextHints Problem, ImmutableArray<TextHints> Steps)
{
    /// <summary>What all of it says.</summary>
    public TextHints Whole { get; } = TextHints.Sum([Problem, .. Steps]);

    /// <summary>The hints of its problem and of each step; texts that <paramref name="previous"/> read are not read again.</summary>
    public static KnownHints Of(Trace trace, ReviewSnapshot? previous) => new(
        trace.Problem is { } problem ? previous?.ProblemFor(problem.Text)?.Hints ?? TextHints.Of(problem.Text) : TextHints.None,
        [.. trace.Steps.Select((step, i) => previous?.ResultFor(step, i)?.Analysis.Hints ?? TextHints.Of(step.Text.Text))]);
}

using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>How a trace is to be read.</summary>
internal static class KnownHints
{
    /// <summary>The hints of its problem and of each step; texts that <paramref name="previous"/> read are not read again.</summary>
    public static TextHints Of(Trace trace, ReviewSnapshot? previous)
    {
        var hints = trace.Problem is { } problem ? previous?.ProblemFor(problem.Text)?.Hints ?? TextHints.Of(problem.Text) : TextHints.None;
        for (var i = 0; i < trace.Steps.Length; i++)
            hints = hints.Plus(previous?.ResultFor(trace.Steps[i], i)?.Analysis.Hints ?? TextHints.Of(trace.Steps[i].Text.Text));
        return hints;
    }
}

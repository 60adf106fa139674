using System.Collections.Immutable;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Running;

/// <summary>The letters that a trace uses for functions.</summary>
internal static class KnownFunctions
{
    private static readonly ImmutableHashSet<string> s_usual = ["f", "g", "h"];

    /// <summary>Those of its problem and of each step, with the usual ones; texts that <paramref name="previous"/> read are not read
    /// again.</summary>
    public static ImmutableHashSet<string> Of(Trace trace, ReviewSnapshot? previous)
    {
        var names = s_usual.ToBuilder();
        if (trace.Problem is { } problem)
            names.UnionWith(previous?.ProblemFor(problem.Text)?.Functions ?? FunctionNames.In(problem.Text));
        for (var i = 0; i < trace.Steps.Length; i++)
            names.UnionWith(previous?.ResultFor(trace.Steps[i], i)?.Analysis.Functions ?? FunctionNames.In(trace.Steps[i].Text.Text));
        return names.ToImmutable();
    }
}

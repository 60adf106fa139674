using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Finds text that would move a judge without giving it a reason. Exact: fixed phrases and characters, no model.</summary>
public static class JudgeGuard
{
    /// <summary>What is aimed at the judge, in order; empty for honest text.</summary>
    public static ImmutableArray<JudgeAttack> Inspect(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var attacks = ImmutableArray.CreateBuilder<JudgeAttack>();
        if (trace.Problem is { } problem)
            attacks.AddRange(InText(problem.Text, null));
        foreach (var step in trace.Steps)
            attacks.AddRange(InText(step.Text.Text, step.Index));
        if (IsContentFree(trace))
            attacks.Add(new JudgeAttack(RuleCatalog.ContentFree, 0, new TextSpan(0, trace.Steps[0].Text.Text.Length),
                "The solution says nothing: words like these alone make judges say yes.", trace.Steps[0].Text.Text.Trim()));
        return attacks.ToImmutable();
    }

    /// <summary>Whether the steps of a trace, all together, say nothing of any problem.</summary>
    public static bool IsContentFree(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return !trace.Steps.IsEmpty && trace.FinalAnswer is null && trace.Steps.All(step => ContentFreeText.Is(step.Text.Text));
    }

    /// <summary>Instructions and hidden text in one text.</summary>
    internal static IEnumerable<JudgeAttack> InText(string text, int? step)
    {
        foreach (var (span, name) in InjectedInstructions.Find(text))
            yield return new JudgeAttack(RuleCatalog.InstructionToJudge, step, span,
                "This tells whoever judges the solution what to answer.", name);
        foreach (var (span, name) in HiddenText.Find(text))
            yield return new JudgeAttack(RuleCatalog.HiddenOrControlText, step, span,
                $"The text holds {name}, which a solution has no use for.", name);
    }
}

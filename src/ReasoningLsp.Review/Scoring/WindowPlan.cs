using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Cuts a trace that is too long into windows that keep the problem and the most recent steps.</summary>
internal static class WindowPlan
{
    /// <summary>Share of a window that earlier steps may take.</summary>
    private const double Memory = 0.5;

    /// <summary>Characters that a prompt spends around a step.</summary>
    private const int AroundStep = 24;

    /// <summary>
    /// The window of at most so many characters whose first scored step is <paramref name="at"/>; that step alone where no such
    /// window holds it.
    /// </summary>
    public static StepWindow Next(string problem, ImmutableArray<string> steps, int at, double characters)
    {
        var budget = characters - problem.Length;
        int Length(int step) => steps[step].Length + AroundStep;
        // As much of what came before as half a window holds…
        var first = at;
        var used = 0.0;
        while (first > 0 && used + Length(first - 1) <= budget * Memory)
            used += Length(--first);
        // …but never at the price of the step itself.
        while (first < at && used + Length(at) > budget)
            used -= Length(first++);
        var end = at;
        while (end < steps.Length && used + Length(end) <= budget)
            used += Length(end++);
        return new StepWindow(problem, steps, first, at, Math.Max(end, at + 1));
    }
}

using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Cuts a trace that is too long into windows that keep the problem and the most recent steps.</summary>
internal static class WindowPlan
{
    /// <summary>Share of a window that earlier steps may take.</summary>
    private const double Memory = 0.5;

    /// <summary>Characters that a prompt spends around a step.</summary>
    private const int AroundStep = 24;

    /// <summary>Windows of at most so many characters; empty where one step with the problem is longer.</summary>
    public static ImmutableArray<StepWindow> Of(string problem, ImmutableArray<string> steps, double characters)
    {
        var budget = characters - problem.Length;
        var windows = ImmutableArray.CreateBuilder<StepWindow>();
        int Length(int step) => steps[step].Length + AroundStep;
        for (var at = 0; at < steps.Length;)
        {
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
            if (end == at)
                return [];
            windows.Add(new StepWindow(problem, steps, first, at, end));
            at = end;
        }

        return windows.ToImmutable();
    }
}

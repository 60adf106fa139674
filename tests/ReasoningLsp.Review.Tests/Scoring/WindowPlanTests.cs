using System.Collections.Immutable;
using ReasoningLsp.Review.Scoring;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

public sealed class WindowPlanTests
{
    [Fact]
    public void Every_step_is_scored_once_in_a_window_that_fits_and_keeps_what_came_just_before()
    {
        ImmutableArray<string> steps = [.. Enumerable.Range(0, 40).Select(i => new string('s', 20 + (i * 7 % 90)))];
        foreach (var budget in (int[])[300, 500, 1_000, 10_000])
        {
            var windows = Windows("problem", steps, budget);
            Assert.Equal(Enumerable.Range(0, 40),
                windows.SelectMany(window => Enumerable.Range(window.FirstScored, window.End - window.FirstScored)));
            Assert.All(windows, window => Assert.True(
                steps[window.First..window.End].Sum(step => step.Length + 24) + "problem".Length <= budget));
            Assert.All(windows, window => Assert.True(window.First <= window.FirstScored));
            Assert.False(windows[0].IsWindowed);
        }

        Assert.Contains(Windows("problem", steps, 500), window => window.First < window.FirstScored);
    }

    [Fact]
    public void A_step_that_no_window_holds_is_read_alone() =>
        Assert.Equal([(0, 1), (1, 2), (2, 3)],
            Windows("problem", ["short", new string('x', 500), "short"], 300).Select(window => (window.First, window.End)));

    private static ImmutableArray<StepWindow> Windows(string problem, ImmutableArray<string> steps, double characters)
    {
        var windows = ImmutableArray.CreateBuilder<StepWindow>();
        for (var at = 0; at < steps.Length; at = windows[^1].End)
            windows.Add(WindowPlan.Next(problem, steps, at, characters));
        return windows.ToImmutable();
    }
}

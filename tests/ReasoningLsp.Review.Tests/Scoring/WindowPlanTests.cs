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
            var windows = WindowPlan.Of("problem", steps, budget);
            Assert.Equal(Enumerable.Range(0, 40),
                windows.SelectMany(window => Enumerable.Range(window.FirstScored, window.End - window.FirstScored)));
            Assert.All(windows, window => Assert.True(
                steps[window.First..window.End].Sum(step => step.Length + 24) + "problem".Length <= budget));
            Assert.All(windows, window => Assert.True(window.First <= window.FirstScored));
            Assert.False(windows[0].IsWindowed);
        }

        Assert.Contains(WindowPlan.Of("problem", steps, 500), window => window.First < window.FirstScored);
    }

    [Fact]
    public void A_step_that_no_window_holds_makes_no_plan() => Assert.Empty(WindowPlan.Of("problem", ["short", new string('x', 500)], 300));
}

using ReasoningLsp.Inference.Hosting;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Hosting;

/// <summary>The death of an engine is laid to one of the requests that it computed.</summary>
public sealed class RunningCallsTests
{
    [Fact]
    public async Task The_one_that_was_begun_last_is_blamed_and_waits_for_the_others()
    {
        var calls = new RunningCalls();
        var (first, second, last, waiting) = (new RunningCall(), new RunningCall(), new RunningCall(), new RunningCall());
        foreach (var call in (RunningCall[])[first, second, last])
            calls.Started(call);
        Assert.False(calls.Died(first).IsBlamed);
        Assert.False(calls.Died(waiting).IsBlamed);
        var (isBlamed, others) = calls.Died(last);
        Assert.True(isBlamed);
        Assert.False(others.IsCompleted);
        first.End();
        Assert.False(others.IsCompleted);
        second.End();
        await others.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_was_answered_or_cancelled_before_is_not_blamed_and_what_is_told_later_changes_nothing()
    {
        var calls = new RunningCalls();
        var (alive, answered, cancelled, late) = (new RunningCall(), new RunningCall(), new RunningCall(), new RunningCall());
        foreach (var call in (RunningCall[])[alive, answered, cancelled])
            calls.Started(call);
        calls.Answered(answered);
        cancelled.End();
        Assert.True(calls.Died(alive).IsBlamed);
        calls.Started(late);
        Assert.False(calls.Died(late).IsBlamed);
    }
}

using ReasoningLsp.Inference.Hosting;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Hosting;

/// <summary>Whom the death of an engine is blamed on.</summary>
public sealed class QuarantineTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void What_crashed_the_engine_twice_is_refused_for_a_while_and_nothing_else_is()
    {
        var quarantine = new Quarantine(_clock);
        quarantine.Died("bad", EngineDeath.Crash);
        Assert.False(quarantine.Refuses("bad"));
        quarantine.Died("bad", EngineDeath.Crash);
        Assert.True(quarantine.Refuses("bad"));
        Assert.False(quarantine.Refuses("good"));
        _clock.Now += TimeSpan.FromHours(1);
        Assert.False(quarantine.Refuses("bad"));
    }

    [Fact]
    public void Kills_from_outside_are_blamed_on_a_request_only_when_they_always_hit_it()
    {
        var quarantine = new Quarantine(_clock);
        for (var i = 0; i < 20; i++)
            quarantine.Died("unlucky", EngineDeath.Outside);
        Assert.False(quarantine.Refuses("unlucky"));
        quarantine.Survived("unlucky");
        quarantine.Died("unlucky", EngineDeath.Outside);
        Assert.False(quarantine.Refuses("unlucky"));
        for (var i = 0; i < 23; i++)
            quarantine.Died("unlucky", EngineDeath.Outside);
        Assert.True(quarantine.Refuses("unlucky"));
    }

    [Fact]
    public void Ten_deaths_of_an_engine_that_another_client_started_are_not_blamed_on_anyone()
    {
        var quarantine = new Quarantine(_clock);
        for (var i = 0; i < 10; i++)
            quarantine.Died("unlucky", EngineDeath.Unknown);
        Assert.False(quarantine.Refuses("unlucky"));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

using ReasoningLsp.Server.Tests.Support;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Steps;

/// <summary>The steps as a client asks for them.</summary>
public sealed class StepsTests
{
    [Fact]
    public async Task Steps_and_their_states_can_be_asked_for()
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var trace = Assert.Single((await session.RequestAsync("reasoning/steps")).GetProperty("traces").EnumerateArray());
        Assert.Equal(["flagged", "checked", "nothingCheckable"],
            trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()));
        Assert.Equal(["2 + 2 = 5", "3 + 4 = 7", "The rest follows from step 1."],
            trace.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("text").GetString()));
        Assert.Equal("RR101", trace.GetProperty("steps")[0].GetProperty("findings")[0].GetProperty("rule").GetString());
    }
}

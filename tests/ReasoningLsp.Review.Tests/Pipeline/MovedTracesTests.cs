using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Pipeline;

public sealed class MovedTracesTests
{
    private const string First = "{\"problem\":\"a?\",\"steps\":[\"1 + 1 = 2\"]}\n";
    private const string Second = "{\"problem\":\"b?\",\"steps\":[\"1 + 2 = 3\"]}\n";

    [Fact]
    public void A_solution_that_is_put_before_others_moves_them_and_one_that_goes_is_gone()
    {
        var (two, one) = (Lines(First + Second), Lines(Second));
        Assert.Equal([1], MovedTraces.Between(one, two));
        Assert.Equal([null, 0], MovedTraces.Between(two, one));
    }

    [Fact]
    public void Where_as_many_stand_as_stood_each_keeps_its_own() =>
        Assert.Equal([0, 1], MovedTraces.Between(Lines(First + Second), Lines(Second + First)));

    [Fact]
    public void Two_solutions_are_the_same_by_problem_and_first_step() =>
        Assert.False(MovedTraces.SaysTheSame(Reviewed.Traces("Step 1: a")[0], Reviewed.Traces("Step 1: b")[0]));

    private static System.Collections.Immutable.ImmutableArray<Trace> Lines(string text) =>
        TraceReader.Read(text, TraceFormat.JsonLines).Traces;
}

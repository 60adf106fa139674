using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using Xunit;

namespace ReasoningLsp.Review.Tests.Analysis;

/// <summary>What a step reads of the equations on a symbol, and that its digest changes with that and with nothing else.</summary>
public sealed class SymbolFactsTests
{
    [Fact]
    public void AStepReadsEveryEquationOfAShortSolution() =>
        Assert.Equal(Enumerable.Range(0, 30), Of(30).Before(30).Select(placed => placed.Step));

    [Fact]
    public void OfALongSolutionItReadsTheFirstAndTheLast()
    {
        var steps = Of(200).Before(150).Select(placed => placed.Step).ToList();
        Assert.Equal([0, 1, 2, 3], steps.Take(4));
        Assert.Equal(149, steps[^1]);
        Assert.Equal(steps.Count, steps.Distinct().Count());
        Assert.InRange(steps.Count, 40, 60);
    }

    [Fact]
    public void AllThatTheProblemSaysIsRead()
    {
        var facts = new SymbolFacts();
        for (var i = 0; i < 10; i++)
            facts.Add(-1, Fact(i));
        for (var step = 0; step < 200; step++)
            facts.Add(step, Fact(100 + step));
        Assert.Equal(10, facts.Before(150).Count(placed => placed.Step < 0));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(60, false)]
    [InlineData(149, true)]
    [InlineData(150, false)]
    public void TheDigestFollowsWhatIsRead(int changed, bool differs)
    {
        foreach (var places in new[] { false, true })
            Assert.Equal(differs, Of(200).DigestBefore(150, places) != Of(200, changed).DigestBefore(150, places));
    }

    [Fact]
    public void OnlyTheDigestOfPlacesFollowsThePlace()
    {
        var (here, there) = (new SymbolFacts(), new SymbolFacts());
        here.Add(1, Fact(1));
        there.Add(2, Fact(1));
        Assert.Equal(here.DigestBefore(3, places: false), there.DigestBefore(3, places: false));
        Assert.NotEqual(here.DigestBefore(3, places: true), there.DigestBefore(3, places: true));
    }

    private static SymbolFacts Of(int count, int changed = -1)
    {
        var facts = new SymbolFacts();
        for (var step = 0; step < count; step++)
            facts.Add(step, Fact(step == changed ? 1_000 : step));
        return facts;
    }

    private static EquationFact Fact(int value) => new(0, 0, new Symbol("x"), new NumberLiteral(value), new HashSet<string> { "x" }, 0, 5,
        new Toolbox().Identities);
}

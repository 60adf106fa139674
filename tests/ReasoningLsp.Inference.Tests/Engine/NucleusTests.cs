using ReasoningLsp.Inference.Engine;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Engine;

/// <summary>The selection without sorting finds what sorting finds.</summary>
public sealed class NucleusTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public void It_is_the_set_that_sorting_finds(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 20; round++)
        {
            // Many are equal, as those of a flat row are.
            float[] weights = [.. Enumerable.Range(0, count).Select(_ => round % 2 == 0 ? random.NextSingle() : random.Next(1, 5) / 4f)];
            var wanted = random.NextDouble() * weights.Sum(weight => (double)weight);
            var (least, ties, kept) = Nucleus.Of(weights, new float[count], wanted);
            var sorted = weights.OrderDescending().ToList();
            var (sum, taken) = (0.0, 0);
            while (taken < count && (sum < wanted || taken == 0))
                sum += sorted[taken++];
            Assert.Equal(sorted[taken - 1], least);
            Assert.Equal(taken, weights.Count(weight => weight > least) + ties);
            Assert.Equal(sum, kept, 1e-6 * sum);
        }
    }

    [Fact]
    public void All_are_kept_where_more_is_wanted_than_there_is()
    {
        float[] weights = [.. Enumerable.Repeat(0.25f, 500)];
        Assert.Equal((0.25f, 500, 125.0), Nucleus.Of(weights, new float[500], 200));
    }
}

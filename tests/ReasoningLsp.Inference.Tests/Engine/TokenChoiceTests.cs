using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Engine;

/// <summary>Draws follow the distribution that temperature and nucleus leave, whatever the vocabulary's size.</summary>
public sealed class TokenChoiceTests
{
    private const int Draws = 8_000;

    [Theory]
    [InlineData(1.0, 1.0, 0, 0)]
    [InlineData(0.8, 0.95, 0, 0)]
    [InlineData(1.5, 0.5, 0, 0)]
    [InlineData(1.0, 1.0, 0.2, 0)]
    [InlineData(3.0, 0.99, 0, 0)]
    [InlineData(3.0, 0.02, 0, 0)]
    [InlineData(1.0, 0.95, 0, 3)]
    [InlineData(2.0, 0.8, 0.1, 20)]
    [InlineData(2.0, 1.0, 0, 100)]
    public void Tokens_are_drawn_as_often_as_they_are_likely(double temperature, double topP, double minP, int topK)
    {
        var logits = Row(5_000);
        var expected = Distribution(logits, temperature, topP, minP, topK);
        var choice = Choice(temperature, topP, minP, topK);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < Draws; i++)
        {
            var token = choice.Choose(logits, null);
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }

        Assert.All(counts.Keys, token => Assert.True(expected.ContainsKey(token), $"{token} lies outside of the nucleus"));
        foreach (var (token, probability) in expected.OrderByDescending(each => each.Value).Take(20))
        {
            var error = 5 * Math.Sqrt(probability * (1 - probability) / Draws);
            Assert.Equal(probability, counts.GetValueOrDefault(token) / (double)Draws, error + 1e-4);
        }
    }

    [Fact]
    public void Without_temperature_the_likeliest_is_taken_and_the_same_seed_draws_the_same()
    {
        var logits = Row(152_000);
        logits[151_999] = 50;
        Assert.Equal(151_999, Choice(0, 1, 0).Choose(logits, null));
        int[] Drawn()
        {
            var choice = Choice(1, 0.9, 0);
            return [.. Enumerable.Range(0, 50).Select(_ => choice.Choose(logits, null))];
        }

        Assert.Equal(Drawn(), Drawn());
    }

    [Fact]
    public void A_row_without_numbers_is_an_error()
    {
        Assert.Throws<InferenceException>(() => Choice(1, 1, 0).Choose([1, float.NaN, 2], null));
        Assert.Throws<InferenceException>(() => Choice(0, 1, 0).Choose([float.NegativeInfinity, float.NegativeInfinity], null));
    }

    [Fact]
    public void A_token_costs_no_memory()
    {
        var logits = Row(152_000);
        var choice = Choice(0.8, 0.95, 0);
        for (var i = 0; i < 20; i++)
            choice.Choose(logits, null);
        // What the runtime itself allocates once, when it compiles anew, falls into one of the rounds; a cost of a token into each.
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Allocated(choice, logits)), 0, 4_096);
    }

    private static long Allocated(TokenChoice choice, float[] logits)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            choice.Choose(logits, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Of many that are equally likely as many are drawn as are asked for, the first ones.</summary>
    [Theory]
    [InlineData(0.5, 0, 1_000)]
    [InlineData(1, 7, 7)]
    [InlineData(0.5, 8, 4)]
    public void Ties_are_counted(double topP, int topK, int expected)
    {
        var choice = Choice(1, topP, 0, topK);
        var logits = new float[2_000];
        Assert.All(Enumerable.Range(0, Draws), _ => Assert.InRange(choice.Choose(logits, null), 0, expected - 1));
    }

    private static TokenChoice Choice(double temperature, double topP, double minP, int topK = 0) => new(new GenerateRequest
    {
        Model = new ModelReference("none"),
        Pieces = [],
        Temperature = temperature,
        TopP = topP,
        TopK = topK,
        MinP = minP,
        Seed = 7,
    });

    private static float[] Row(int size)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, size).Select(_ => (float)((random.NextDouble() * 6) + Math.Pow(random.NextDouble(), 40) * 14))];
    }

    private static Dictionary<int, double> Distribution(float[] logits, double temperature, double topP, double minP, int topK)
    {
        var best = logits.Max();
        var all = logits.Select((logit, id) => (Id: id, Weight: Math.Exp((logit - best) / temperature)))
            .OrderByDescending(each => each.Weight).ToList();
        if (topK > 0)
            all = [.. all.Take(topK)];
        var total = all.Sum(each => each.Weight);
        var kept = new Dictionary<int, double>();
        var sum = 0.0;
        foreach (var (id, weight) in all)
        {
            if ((sum >= topP * total && kept.Count > 0) || weight < minP)
                break;
            kept[id] = weight;
            sum += weight;
        }

        return kept.ToDictionary(each => each.Key, each => each.Value / sum);
    }
}

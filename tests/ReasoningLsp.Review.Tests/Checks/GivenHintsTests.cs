using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checks;

/// <summary>RR206 and RR207: amounts that no step uses, numbers that come from nowhere.</summary>
public sealed class GivenHintsTests
{
    private const string Marbles =
        "Solomon bought 20 marbles and added them to a box that had 50. Each marble weighs 6 grams. How much do they weigh?";

    private const string Pupils = "A school of 1400 pupils gets 615 new pupils, 20% of them girls. How many pupils does it have?";

    [Theory]
    [InlineData(Marbles, "Each marble weighs 6 grams.", "20 * 6 = 120 grams.", "50")]
    [InlineData("Tom walks 4 km in 48 minutes and rests for 25 minutes. How long does 1 km take?", "He walks 4 km.", "48 / 4 = 12 minutes.",
        "25 minutes")]
    [InlineData("Anna hat 80 Euro und gibt 30 % davon aus, dann 15 Euro. Wie viel bleibt?", "Sie gibt 80 · 0,3 = 24 Euro aus.",
        "Es bleiben 80 - 24 = 56 Euro.", "15 Euro")]
    public void An_amount_that_no_step_uses_is_told(string problem, string first, string second, string given) =>
        Assert.Equal(given, Part(Assert.Single(Found("RR206", problem, first, second)), "given"));

    [Theory]
    [InlineData(Marbles, "20 + 50 = 70 marbles.", "70 * 6 = 420 grams.")]
    // Worked out in the head, in another unit, as what a share leaves, in words.
    [InlineData(Marbles, "There are 70 marbles.", "70 * 6 = 420 grams.")]
    [InlineData("A walk of 45 minutes at 8 km an hour: how far?", "45 minutes are 0.75 hours.", "0.75 * 8 = 6 km.")]
    [InlineData("A coat of 80 dollars is 30% off. What does it cost?", "It costs 0.7 of it.", "80 * 0.7 = 56 dollars.")]
    [InlineData("Ten boxes hold 12 eggs each. How many eggs?", "There are ten boxes of a dozen.", "10 * 12 = 120 eggs.")]
    // Formulas, years, nothing calculated.
    [InlineData("Solve $x + 17 = 20$ for x and add 4.", "$x = 3$.", "3 + 4 = 7.")]
    [InlineData("In 1998 a tree was 12 m high, it grew 3 m. How high is it?", "12 + 3 = 15 m.", "It is 15 m high.")]
    [InlineData(Marbles, "They weigh something.", "It depends.")]
    public void What_is_used_in_whatever_form_is_left_alone(string problem, string first, string second) =>
        Assert.Empty(Found("RR206", problem, first, second));

    [Theory]
    [InlineData(Pupils, "It has 1050 + 615 = 1665 pupils.", "1050")]
    [InlineData("She catches 200 fish, 50% more crabs. How many crabs?", "200 * .55 = 110 more crabs.", ".55")]
    public void A_number_from_nowhere_is_told(string problem, string step, string number) =>
        Assert.Equal(number, Part(Assert.Single(Found("RR207", problem, step, "So it is.")), "number"));

    [Theory]
    [InlineData(Pupils, "It has 1400 + 615 = 2015 pupils.")]
    [InlineData(Pupils, "Of these 615 * 0.8 = 492 are boys.")]
    [InlineData(Pupils, "1% of them are 14, so 14 * 30 = 420.")]
    [InlineData("She bought 1 million tokens and keeps half. How many are left of 2 boxes?", "1000000 / 2 = 500000.")]
    [InlineData("From March 1st to April 19th there are how many days of 31?", "31 + 19 = 50.")]
    [InlineData("Share 3/4 of 60 cakes among 5.", @"\[ \frac34 \cdot 60 = 45 \]")]
    [InlineData("Solve $2x + 14 = 44$, then add 3.", "44 - 17 = 27.")]
    [InlineData(Pupils, "Let $x$ be their number, $x = 4321 - 17$. 4321 - 17 = 4304.")]
    public void What_is_known_or_made_of_it_is_left_alone(string problem, string step) =>
        Assert.Empty(Found("RR207", problem, step, "So it is."));

    private static string Part(Finding finding, string name) => finding.Evidence.Items.Single(item => item.Key == name).Value;

    private static IEnumerable<Finding> Found(string rule, string problem, string first, string second) =>
        new Reviewer(ReviewOptions.Default)
            .Review(Assert.Single(TraceReader.Read(
                $"Problem: {problem}\n\nStep 1: {first}\n\nStep 2: {second}\n", TraceFormat.Markdown).Traces),
                TestContext.Current.CancellationToken)
            .Findings.Where(finding => finding.Rule.Id == rule);
}

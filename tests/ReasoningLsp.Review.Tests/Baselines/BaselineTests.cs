using CsCheck;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Baselines;

public sealed class BaselineTests
{
    [Fact]
    public void What_is_written_is_read_back_and_written_alike() =>
        Gen.Select(Gen.String, Gen.OneOf("RR101", "RR102"), Gen.OneOf("a", "b"), Gen.Int[0, 2])
            .Select(entry => new BaselineEntry(new FindingKey(entry.Item2, entry.Item3, entry.Item4),
            ReasoningLsp.Review.Reporting.UnicodeText.WellFormed(entry.Item1)))
            .Array[0, 20]
            .Sample(entries =>
            {
                var text = BaselineFile.Format(new Baseline(entries));
                var again = BaselineFile.Parse(text);
                return BaselineFile.Format(again) == text && entries.All(entry => again.Contains(entry.Key));
            }, iter: 1_000);

    [Fact]
    public void A_finding_is_known_by_its_text_whatever_the_white_space()
    {
        var once = new FindingKeys().For(Samples.Review("2 + 2\n  = 5", Samples.Finding("RR101", 0, 0, 5)));
        var again = new FindingKeys().For(Samples.Review(" 2 + 2 = 5 ", Samples.Finding("RR101", 0, 1, 5)));
        Assert.Equal(once, again);
    }

    [Fact]
    public void Occurrences_are_counted_by_rule_and_text_through_a_file()
    {
        var keys = new FindingKeys();
        var first = keys.For(Samples.Review("x", Samples.Finding("RR101", 0, 0, 1), Samples.Finding("RR101", 0, 0, 1),
            Samples.Finding("RR102", 0, 0, 1)));
        var second = keys.For(Samples.Review("x", Samples.Finding("RR101", 0, 0, 1)));
        Assert.Equal([0, 1, 0, 2], first.Concat(second).Select(key => key.Occurrence));
    }

    [Fact]
    public void Only_entries_that_would_have_been_met_are_stale()
    {
        var met = new FindingKey("RR101", "a", 0);
        var matcher = new BaselineMatcher(
            new Baseline([new(met, "a.md"), new(new("RR101", "b", 0), "a.md"), new(new("RR101", "c", 0), "b.md")]));
        Assert.True(matcher.Hides(met));
        Assert.False(matcher.Hides(new("RR101", "d", 0)));
        Assert.Equal("b", Assert.Single(matcher.Stale(entry => entry.File == "a.md")).Key.Step);
    }

    [Fact]
    public void No_text_makes_the_reader_throw_anything_but_a_format_error() =>
        Gen.OneOf(Gen.String, Gen.OneOf("{", "}", "[", "]", "\"version\"", ":", ",", "\"findings\"", "1", "99999999999", "null",
        "\"rule\"").Array[0, 12].Select(string.Concat)).Sample(text =>
        {
            try
            {
                BaselineFile.Parse(text);
            }
            catch (FormatException)
            {
                // What the caller is told to expect.
            }
        }, iter: 5_000);
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Patterns;

public sealed class LinearRegexTests
{
    // A nested quantifier, over which a backtracking engine works for longer than anyone waits.
    private const string Hostile = "^(?:a+)+$";

    [Theory]
    [InlineData(30)]
    [InlineData(900)]
    [InlineData(20_000)]
    public void A_hostile_text_of_any_length_costs_no_more_than_a_linear_search(int length)
    {
        var regex = new LinearRegex(Hostile);
        var text = new string('a', length) + "!";
        var started = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Assert.False(regex.IsMatch(text));
            Assert.False(regex.IsMatch(text.AsSpan()));
            Assert.False(regex.Match(text).Success);
            Assert.Empty(regex.Matches(text));
            Assert.Equal(text, regex.Replace(text, "x"));
        }

        // An hour would not do for one search that goes back at every letter.
        Assert.True(started.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(@"(?<number>\d+)|(?<word>\p{L}+)", "3 äpfel, 12 Birnen; x", RegexOptions.None)]
    [InlineData(@"\b(?:equal|equals|is)\b\s*(?<value>[-−]?\d*)", "It IS -4, which equals −4 and is", RegexOptions.IgnoreCase)]
    [InlineData(@"^[\s#*]*(?<n>[0-9]{1,2})[.)]", "# 1. one\n* 2) two\n 333. three", RegexOptions.Multiline)]
    [InlineData(@"a|ab|abc", "abcab", RegexOptions.None)]
    public void What_it_finds_first_often_and_at_length_is_what_one_engine_finds(string pattern, string text, RegexOptions options)
    {
        var regex = new LinearRegex(pattern, options);
        var one = new Regex(pattern, options | RegexOptions.CultureInvariant);
        for (var i = 0; i < 2_100; i++)
            Same(one, regex, text);
        Same(one, regex, string.Join('\n', Enumerable.Repeat(text, 200)));
    }

    [Fact]
    public void A_search_begins_where_it_is_told_to()
    {
        var regex = new LinearRegex("[0-9]");
        Assert.Equal(2, regex.Match("1 2", 1).Index);
        Assert.Equal("1 (2)", new LinearRegex("2").Replace("1 2", match => $"({match.Value})"));
    }

    private static void Same(Regex one, LinearRegex regex, string text)
    {
        var matches = one.Matches(text).Select(match => (match.Index, match.Value, Groups(match))).ToList();
        Assert.Equal(matches, regex.Matches(text).Select(match => (match.Index, match.Value, Groups(match))));
        Assert.Equal(one.IsMatch(text), regex.IsMatch(text));
        Assert.Equal(one.Replace(text, "<$0>"), regex.Replace(text, "<$0>"));
    }

    private static string Groups(Match match) =>
        string.Join('|', match.Groups.Cast<Group>().Select(group => $"{group.Index}:{group.Value}"));
}

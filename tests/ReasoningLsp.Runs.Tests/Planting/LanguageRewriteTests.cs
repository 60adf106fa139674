using System.Collections.Immutable;
using ReasoningLsp.Runs.Planting;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Languages;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Planting;

/// <summary>A solution in another language says the same: its frame is read, its numbers are those it had.</summary>
public sealed class LanguageRewriteTests
{
    private static readonly ImmutableArray<string> s_steps =
        ["Step 1: There are 3 * 1.5 = 4.5 apples.", "As in Step 1, 1,234.5 + 0.5 = 1,235.", "So 1,235 are left."];

    public static TheoryData<string> Languages => [.. LanguageRewrite.Languages];

    [Theory]
    [InlineData("de", "3 * .5 = 1.5, so 12,345.5 in all.", "3 * 0,5 = 1,5, so 12.345,5 in all.")]
    [InlineData("fr", "1,234,567 of 2", "1\u202f234\u202f567 of 2")]
    [InlineData("ru", "12,345.5", "12\u00a0345,5")]
    [InlineData("de", @"$3.5 \cdot 2 = 7$, 1.5 m", @"$3{,}5 \cdot 2 = 7$, 1,5 m")]
    [InlineData("de", @"$1,\!234 + 1$", "$1.234 + 1$")]
    [InlineData("ja", "1,234.5", "1,234.5")]
    [InlineData("ar", "1,234.5 apples", "١٬٢٣٤٫٥ apples")]
    [InlineData("hi", "1,234.5 apples", "१,२३४.५ apples")]
    [InlineData("ar", "2x = 1.5", "2x = 1.5")]
    [InlineData("hi", "$2 + 3 = 5$", "$2 + 3 = 5$")]
    [InlineData("de", "He has 5. Then 6.", "He has 5. Then 6.")]
    [InlineData("de", "(1, 2)", "(1, 2)")]
    public void Numbers_are_written_as_the_language_writes_them(string language, string text, string written) =>
        Assert.Equal(written, Numerals(language, text).Of(text));

    [Theory]
    [InlineData("f(1,2)")]
    [InlineData("1,2")]
    [InlineData("(1,234)")]
    [InlineData("$x_1,2 = 5$ and 1,2,3")]
    [InlineData("a ratio of 1:2")]
    [InlineData("version x1.5")]
    [InlineData("12/25/2020")]
    [InlineData("1.2.3")]
    [InlineData("[asy] draw((0,0)--(1.5,2)); [/asy]")]
    public void What_may_be_something_else_is_left(string text) => Assert.Null(Numerals("de", text).Of(text));

    [Fact]
    public void Groups_of_blanks_are_left_where_the_language_groups_so()
    {
        Assert.Null(Numerals("fr", "12 345").Of("12 345"));
        Assert.Equal("12 345", Numerals("de", "12 345").Of("12 345"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_frame_of_every_language_is_read(string language)
    {
        for (var id = 0; id < 60; id++)
        {
            var rewrite = LanguageRewrite.Of(language, $"t{id}", "How many?", s_steps, "1235")!;
            foreach (var document in (string[])[rewrite.English, rewrite.Other])
            {
                var trace = Assert.Single(TraceReader.Read(document, TraceFormat.Markdown).Traces);
                Assert.True(trace.Steps.Length == 3, document);
                Assert.Equal("How many?", trace.Problem?.Text);
                Assert.True(trace.FinalAnswer is not null, document);
                Assert.DoesNotContain("Step 1:", trace.Steps[0].Text.Text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("Step", rewrite.Other, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_English_is_rewritten()
    {
        Assert.True(LanguageRewrite.IsEnglish("en", "", s_steps));
        Assert.True(LanguageRewrite.IsEnglish(null, "How many are left of them, and what is it that the others have?", s_steps));
        Assert.False(LanguageRewrite.IsEnglish("de", "", s_steps));
        Assert.False(LanguageRewrite.IsEnglish(null, "Wie viele sind es, wenn wir die anderen nicht mit zählen und dann teilen?",
            ["Also 3."]));
    }

    private static LanguageNumerals Numerals(string language, string text) =>
        new(LanguageFile.Find(language)!, LanguageNumerals.MayHaveOwnDigits(text));
}

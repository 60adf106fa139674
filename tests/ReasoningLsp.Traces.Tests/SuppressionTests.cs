using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class SuppressionTests
{
    private static (string Rules, SuppressionScope Scope, string Target)[] Read(string text, TraceFormat format) =>
        [.. TraceReader.Read(text, format).Suppressions.Select(
        item => (string.Join(' ', item.Rules), item.Scope, text[item.Target.Start..item.Target.End]))];

    [Fact]
    public void Comments_silence_the_step_they_stand_in_the_next_one_or_the_file()
    {
        const string Text = "<!-- reasoning-disable-file RR201 -->\n\nStep 1: a <!-- reasoning-disable-step RR101, RR102 -- on purpose "
            + "--> b\n\n<!-- reasoning-disable-next-step RR103 -->\nStep 2: c\n";
        Assert.Equal(
            [
                ("RR201", SuppressionScope.File, Text),
                ("RR101 RR102", SuppressionScope.Step, "Step 1: a <!-- reasoning-disable-step RR101, RR102 -- on purpose --> b"),
                ("RR103", SuppressionScope.NextStep, "Step 2: c"),
            ],
            Read(Text, TraceFormat.Markdown));
    }

    [Fact]
    public void Comments_are_no_part_of_the_reviewed_text()
    {
        var step = TraceReader.Read("Step 1: a <!-- reasoning-disable-step RR101 -->b\n<!--\n\nx = 5\n\n-->\n",
            TraceFormat.Markdown).Traces[0].Steps[0];
        Assert.Equal("a b", step.Text.Text);
    }

    [Fact]
    public void LaTeX_comments_do_the_same() => Assert.Equal(
        [("RR101", SuppressionScope.NextStep, "Then $y$."), ("RR102", SuppressionScope.Step, "Then $y$.")],
        Read("Let $x$.\n\n% reasoning-disable-next-step RR101\nThen $y$. % reasoning-disable-step RR102\n", TraceFormat.Latex));

    [Fact]
    public void A_record_silences_itself() => Assert.Equal(
        [("RR101", SuppressionScope.File, "{\"steps\":[\"b\"],\"reasoning-disable\":[\"RR101\"]}")],
        Read("{\"steps\":[\"a\"]}\n{\"steps\":[\"b\"],\"reasoning-disable\":[\"RR101\"]}\n", TraceFormat.JsonLines));

    [Fact]
    public void A_comment_that_names_no_rule_is_reported_and_silences_nothing()
    {
        var document = TraceReader.Read("<!-- reasoning-disable-file -->\n\nx\n", TraceFormat.Markdown);
        Assert.Equal("suppression-without-rule", Assert.Single(document.Errors).Code);
        Assert.Empty(document.Suppressions);
    }

    [Fact]
    public void A_models_reply_cannot_silence_the_review() =>
        Assert.Empty(TraceReader.Read("{\"response\":\"<!-- reasoning-disable-file RR101 -->\\n\\nx = 1\"}",
        TraceFormat.Json).Suppressions);

    [Fact]
    public void The_last_comment_of_a_file_has_nothing_to_silence() =>
        Assert.Equal([("RR101", SuppressionScope.NextStep, "")],
        Read("x\n\n<!-- reasoning-disable-next-step RR101 -->\n", TraceFormat.Markdown));
}

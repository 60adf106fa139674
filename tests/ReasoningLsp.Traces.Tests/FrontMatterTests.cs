using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class FrontMatterTests
{
    [Fact]
    public void Front_matter_holds_problem_answer_hints_concepts_checklist_language_and_profile()
    {
        const string Text = """
            ---
            problem: |
              Two trains: where
                do they meet?
            answer: [3, 4]
            hints:
              - draw it
              - "use \"v = s / t\""
            concepts: [speed, time]
            checklist: unit.json
            language: de
            profile: prm
            other: {a: 1, b: [2]}
            ---
            So 3.

            """;
        var trace = Assert.Single(TraceReader.Read(Text, TraceFormat.Markdown).Traces);
        Assert.Equal("Two trains: where\n  do they meet?", trace.Problem?.Text);
        Assert.Equal("3, 4", trace.Settings.Answer);
        Assert.Equal(["draw it", "use \"v = s / t\""], trace.Settings.Hints);
        Assert.Equal(["speed", "time"], trace.Settings.Concepts);
        Assert.Equal(["unit.json"], trace.Settings.Checklist);
        Assert.Equal(("de", "prm"), (trace.Settings.Language, trace.Settings.Profile));
        Assert.Equal("So 3.", Assert.Single(trace.Steps).Text.Text);
    }

    [Theory]
    [InlineData("problem: What is 2 + 2?")]
    [InlineData("problem: \"What is 2 + 2?\"")]
    [InlineData("problem: 'What is 2 + 2?'")]
    [InlineData("problem: >\n  What is\n  2 + 2?")]
    [InlineData("problem: |\n  What is 2 + 2?")]
    [InlineData("problem:\n  What is\n  2 + 2?")]
    public void The_problem_knows_where_it_stands(string yaml)
    {
        var text = $"---\n{yaml}\n---\n\nx\n";
        var problem = TraceReader.Read(text, TraceFormat.Markdown).Traces[0].Problem!;
        Assert.Equal("What is 2 + 2?", problem.Text);
        var place = problem.ToOriginal(new TextSpan(problem.Text.IndexOf("2 + 2", StringComparison.Ordinal), 5));
        Assert.Equal("2 + 2", text[place.Start..place.End]);
    }

    [Fact]
    public void What_is_broken_is_reported_at_its_line_and_the_rest_is_read()
    {
        const string Text = "---\nanswer: 7\nhints: [a, \"b\nprofile: x\n---\nSo 7.\n";
        var document = TraceReader.Read(Text, TraceFormat.Markdown);
        var error = Assert.Single(document.Errors);
        Assert.Equal("broken-front-matter", error.Code);
        Assert.InRange(LineIndex.Of(Text).ToPosition(error.Span.Start).Line, 2, 4);
        Assert.Equal("7", document.Traces[0].Settings.Answer);
        Assert.Single(document.Traces[0].Steps);
    }

    [Fact]
    public void Aliases_are_not_expanded() =>
        Assert.Empty(TraceReader.Read("---\nhints: [&a x, *a, *a]\nconcepts: *a\n---\nx\n", TraceFormat.Markdown).Errors);

    [Fact]
    public void A_rule_at_the_top_is_no_front_matter() =>
        Assert.Equal("trace\n  0 «a: b»\n", Render.Steps(TraceReader.Read("---\n\na: b\n", TraceFormat.Markdown)));

    [Fact]
    public void Several_problems_share_the_settings_but_not_the_answer()
    {
        var traces = TraceReader.Read("---\nanswer: 7\nlanguage: fr\n---\n# Problem 1\n\na\n\nStep 1: x\n\n# Problem 2\n\nb\n\nStep 1: y\n",
            TraceFormat.Markdown).Traces;
        Assert.Equal([("7", "fr"), (null, "fr")], traces.Select(trace => (trace.Settings.Answer, trace.Settings.Language)));
    }
}

using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class JsonTests
{
    private static string Read(string text, TraceFormat format = TraceFormat.Json) => Render.Steps(TraceReader.Read(text, format));

    [Fact]
    public void A_record_is_a_trace_and_its_labels_are_never_read() => Assert.Equal("""
        trace [q1]
          problem «é 😀?»
          0 ⟨Step 1:⟩ #1 «a⏎\frac{1}{2}»
          1 ⟨2.⟩ #2 «b»
          2 ⟨**Step 3:⟩ #3 «Title text»
          3 «Answer: it counts as a step»
          reference «1, 2»

        """, Read("""
        {"id":"q1","problem":"\u00e9 \ud83d\ude00?","steps":["Step 1: a\n\\frac{1}{2}","2. b",{"text":"**Step 3: Title**
        """
            + """
         text"},"Answer: it counts as a step"],
         "label":2,"step_labels":[1,1,-1],"final_answer_correct":false,"meta":{"steps":["no"]},"answer":["1",2]}
        """));

    [Fact]
    public void Places_are_exact_through_every_escape()
    {
        const string Text = """{"steps":["é\u00e9\ud83d\ude00\n\\frac12 \ud800x"]}""";
        var step = TraceReader.Read(Text, TraceFormat.Json).Traces[0].Steps[0];
        Assert.Equal("éé😀\n\\frac12 \ud800x", step.Text.Text);
        string Original(string part)
        {
            var place = step.Text.ToOriginal(new TextSpan(step.Text.Text.IndexOf(part, StringComparison.Ordinal), part.Length));
            return Text[place.Start..place.End];
        }

        Assert.Equal(@"\u00e9\ud83d\ude00", Original("é😀"));
        Assert.Equal(@"\\frac", Original(@"\frac"));
        Assert.Equal("12", Original("12"));
        Assert.Equal(@"\ud800", Original("\ud800"));
        Assert.Equal("x", Original("x"));
    }

    [Theory]
    [InlineData("solution")]
    [InlineData("response")]
    [InlineData("completion")]
    public void A_solution_in_one_piece_is_split_as_Markdown(string key) => Assert.Equal("""
        trace
          problem «p»
          0 «Let me see.»
          1 ⟨1.⟩ #1 «a = 1»
          2 ⟨2.⟩ #2 «b = 2»
          3 «So 3.»
          answer «3»

        """, Read($$"""{"question":"p","{{key}}":"Let me see.\n\n1. a = 1\n2. b = 2\n\nSo 3.\n\n**Answer:** 3"}"""));

    [Fact]
    public void A_conversation_is_its_last_question_before_the_reply_and_the_reply() => Assert.Equal("""
        trace
          problem «What is it?»
          0 thought «first»
          1 thought «second»
          2 ⟨## Step 1:⟩ #1 «go⏎x = 1»
          3 ⟨## Step 2⟩ #2 «y = 2»
          answer «5»

        """, Read("""
        {"messages":[{"role":"system","content":"s"},{"role":"user","content":"hi"},{"role":"user","content":[{"type":"text",
        """
            + """
        "text":"What is it?"}]},
        {"role":"assistant","content":"<think>first\n\nsecond</think>\n\n## Step 1: go\nx = 1\n\n## Step 2\ny = 2\n\n**Answer:** 5"}]}
        """));

    [Fact]
    public void Steps_of_a_solution_stand_in_the_file()
    {
        const string Text = """{"response":"1. a \\(x\\)\n2. b \u00e9 c"}""";
        var steps = TraceReader.Read(Text, TraceFormat.Json).Traces[0].Steps;
        Assert.Equal(@"1. a \\(x\\)", Text[steps[0].Span.Start..steps[0].Span.End]);
        Assert.Equal(@"2. b \u00e9 c", Text[steps[1].Span.Start..steps[1].Span.End]);
    }

    [Fact]
    public void A_broken_line_is_reported_there_and_the_others_are_read()
    {
        const string Text = "{\"steps\":[\"a\"]}\n\n{\"steps\":[\"b\",]}\n{\"steps\":[\"c\"]}\n{\"problem\":\"x\"}\n[1]\n"
            + "{\"steps\":[\"d\"]} {}\n";
        var traces = TraceReader.Read(Text, TraceFormat.JsonLines).Traces;
        Assert.Equal([null, "broken-json", null, "no-steps", "no-steps", "broken-json"],
            traces.Select(trace => trace.Errors.FirstOrDefault()?.Code));
        Assert.Equal([1, 0, 1, 0, 0, 0], traces.Select(trace => trace.Steps.Length));
        Assert.StartsWith("Broken JSON on line 3, column 14: ", traces[1].Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(Text.IndexOf(",]", StringComparison.Ordinal), traces[1].Errors[0].Span.Start);
    }

    [Fact]
    public void What_stands_before_the_break_in_an_array_is_read() =>
        Assert.Equal("trace\n  0 «a»\ntrace\n  error broken-json\n", Read("[{\"steps\":[\"a\"]},\n{\"steps\":[\"b]}"));

    [Theory]
    [InlineData("{\"steps\":[\"a\\q\"]}")]
    [InlineData("{\"steps\":[\"a\nb\"]}")]
    [InlineData("{\"steps\":[\"a\"")]
    [InlineData("{\"steps\":[\"a\"] \"x\":1}")]
    [InlineData("{\"steps\" [\"a\"]}")]
    [InlineData("{steps:[]}")]
    [InlineData("{\"x\":01e,\"steps\":[tru]}")]
    [InlineData("{\"x\":")]
    [InlineData("{\"steps\":[\"\\u12\"]}")]
    public void Broken_JSON_is_always_noticed(string text) =>
        Assert.Equal("broken-json", Assert.Single(Assert.Single(TraceReader.Read(text, TraceFormat.Json).Traces).Errors).Code);

    [Fact]
    public void A_step_that_is_no_text_counts_so_that_later_ones_keep_their_index()
    {
        var trace = TraceReader.Read("{\"steps\":[\"a\",5,\"b\"]}", TraceFormat.Json).Traces[0];
        Assert.Equal(["a", "", "b"], trace.Steps.Select(step => step.Text.Text));
        Assert.Equal("unreadable-step", Assert.Single(trace.Errors).Code);
    }

    [Fact]
    public void A_display_that_steps_share_is_closed_in_the_later_one()
    {
        Assert.Empty(TraceReader.Read("""{"steps":["So \\begin{align*}","x &= 1","\\end{align*} done"]}""",
            TraceFormat.Json).Traces[0].Errors);
        Assert.Single(TraceReader.Read("""{"steps":["So \\begin{align*}","x &= 1"]}""", TraceFormat.Json).Traces[0].Errors);
    }

    [Fact]
    public void Ten_thousand_nested_brackets_are_an_error_like_any_other() =>
        Assert.Equal("broken-json", TraceReader.Read("{\"x\":" + new string('[', 10_000), TraceFormat.Json).Traces[0].Errors[0].Code);

    [Fact]
    public void A_step_that_stands_by_itself_keeps_what_stands_at_its_ends_for_models()
    {
        var steps = TraceReader.Read("""{"problem": "\nP ", "steps": [" a\n", "Step 2: b &lt; c ", "<think>d</think>"]}""",
            TraceFormat.Json)
            .Traces[0].Steps;
        Assert.Equal(["a", "b < c", "d"], steps.Select(step => step.Text.Text));
        Assert.Equal([" a\n", "Step 2: b &lt; c ", "<think>d</think>"], steps.Select(step => step.Given(keepsLabel: true)));
        Assert.Equal([" a\n", "b &lt; c ", "<think>d</think>"], steps.Select(step => step.Given(keepsLabel: false)));
        Assert.Equal("new", (steps[0] with { Text = MappedText.Verbatim("new", 0) }).Given(keepsLabel: true));
    }
}

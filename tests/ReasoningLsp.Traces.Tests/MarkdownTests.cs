using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Segments;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class MarkdownTests
{
    private static string Read(string text) => Render.Steps(TraceReader.Read(text, TraceFormat.Markdown));

    [Fact]
    public void Labelled_steps_keep_their_number_and_everything_up_to_the_next_label() => Assert.Equal("""
        trace
          problem «What is $2+2$?»
          0 ⟨**Step 1:**⟩ #1 «Add.⏎⏎$$⏎2⏎- 2⏎$$⏎⏎quoted⏎still quoted⏎⏎one⏎two»
          1 ⟨Step 3.⟩ #3 «So it is `4`.»
          answer «$4$»

        """, Read("""
        # Problem
        What is $2+2$?

        ## Solution
        **Step 1:** Add.

        $$
        2
        - 2
        $$

        > quoted
        > still quoted

        - one
        - two

        Step 3. So it is `4`.

        **Final answer:** $4$

        """));

    [Fact]
    public void A_list_marks_steps_and_what_follows_it_concludes() => Assert.Equal("""
        trace [Problem 1]
          problem «How many?»
          0 ⟨1.⟩ #1 «First.⏎⏎More of first.»
          1 ⟨3.⟩ #3 «Second⏎nested 5»
          2 «Therefore 7.»
          answer «7»
        trace [Problem 2: Two trains]
          problem «When?»
          0 «At noon.»

        """, Read("""
        ## Problem 1
        How many?

        ### Solution
        1. First.

           More of first.

        3. Second
           - nested 5

        Therefore 7.

        ### Answer
        7

        ---

        ## Problem 2: Two trains
        When?

        ### Solution
        At noon.

        """));

    [Fact]
    public void Without_labels_paragraphs_are_steps_and_a_title_is_none() => Assert.Equal("""
        trace
          0 «There are 3 boxes of 5, so 3·5 = 15.»
          1 «Then:⏎⏎$$15 - 2 = 13$$⏎⏎a⏎b»
          2 «\[2x + 1 &= 5\]»
          3 «\[2x &= 4 \⏎  &= 8 - 4\]»
          4 «Done.»

        """.Replace("\\⏎", "\\\\⏎", StringComparison.Ordinal), Read("""
        # Boxes

        There are 3 boxes of 5, so 3·5 = 15.

        Then:

        $$15 - 2 = 13$$

        - a
        - b

        \begin{align*}
        2x + 1 &= 5 \\
        2x &= 4 \\
          &= 8 - 4
        \end{align*}

        Done.

        """));

    [Fact]
    public void Headings_as_models_write_them_are_steps() => Assert.Equal("""
        trace
          problem «Find x.»
          0 «Understanding⏎⏎We know x + 1 = 3.»
          1 ⟨### 2.⟩ #2 «Solving⏎⏎x = 2»
          2 «Conclusion⏎⏎So 2.»

        """, Read("""
        **Problem:** Find x.

        ## Solution

        ### Understanding

        We know x + 1 = 3.

        ### 2. Solving

        x = 2

        ### Conclusion

        So 2.

        """));

    [Theory]
    [InlineData("Problem: a\n\nSchritt 1: b\n\nAntwort: c\n", 1)]
    [InlineData("Problème : a\n\nÉtape 1 : b\n\nRéponse : c\n", 1)]
    [InlineData("**Problema:** a\n\n**Paso 1:** b\n\n**Respuesta:** c\n", 1)]
    [InlineData("问题：a\n\n第1步：b\n\n答案：c\n", 1)]
    [InlineData("Aufgabe: a\n\n1. Schritt: b\n\nAntwort: c\n", 1)]
    [InlineData("Задача: a\n\n1. шаг: b\n\nОтвет: c\n", 1)]
    [InlineData("问题：a\n\n步骤 1：b\n\n答：c\n", 1)]
    [InlineData("Question: a\n\nStep 1 - b\n\nFinal answer: c\n", 1)]
    [InlineData("# Exercise\n\na\n\n#### Step #1\n\nb\n\n# Answer\n\nc\n", 1)]
    [InlineData("__Problem__\n\na\n\n__Step 1__ b\n\n__Answer__\n\nc\n", 1)]
    public void Labels_are_known_in_several_languages_and_dresses(string text, int number)
    {
        var trace = Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces);
        var step = Assert.Single(trace.Steps);
        Assert.Equal(("a", "b", "c", number), (trace.Problem?.Text, step.Text.Text, trace.FinalAnswer?.Text, step.Number));
    }

    [Theory]
    [InlineData("Step 3 gives us x = 4.")]
    [InlineData("Solution to the first part is 4.")]
    [InlineData("Answers vary: 4.")]
    [InlineData("3.5 is more than 3.")]
    [InlineData("**Problem analysis** matters.")]
    [InlineData("$$\nStep 1: x\n$$")]
    public void Sentences_that_only_begin_like_a_label_have_none(string text) =>
        Assert.Null(Assert.Single(Assert.Single(TraceReader.Read("So.\n\n" + text, TraceFormat.Markdown).Traces).Steps,
        step => step.Index == 1).Label);

    [Fact]
    public void Questions_and_replies_are_problems_and_solutions() => Assert.Equal("""
        trace
          problem «What is 3 + 4?»
          0 «It is 7.⏎So 7.»
        trace
          problem «What is 1 + 1?»
          0 ⟨Step 1:⟩ #1 «2.»

        """, Read("Q: What is 3 + 4?\nA: It is 7.\nSo 7.\n\nQ: What is 1 + 1?\nA: Step 1: 2.\n"));

    [Fact]
    public void Thoughts_are_steps_of_their_own_and_the_reply_goes_on_after_them() => Assert.Equal("""
        trace
          0 thought «Let me see: 3·5 = 15.»
          1 thought «Wait, no.»
          2 ⟨**Step 1**⟩ #1 «x = 2»
          3 ⟨**Step 2**⟩ #2 «y = 3»

        """, Read("<think>\nLet me see: 3·5 = 15.\n\nWait, no.</think>**Step 1** x = 2\n\n**Step 2** y = 3\n"));

    [Fact]
    public void Code_stays_in_the_step_and_is_marked()
    {
        var step = TraceReader.Read("Step 1: run\n\n```python\nx = \"$5\"\n```\n\nthen `y` and ``a`b``.\n",
            TraceFormat.Markdown).Traces[0].Steps[0];
        Assert.Equal(["```python\nx = \"$5\"\n```", "`y`", "``a`b``"], step.Code.Select(code => step.Text.Text[code.Start..code.End]));
    }

    [Fact]
    public void Quote_marks_and_indents_are_skipped_and_places_stay_exact()
    {
        const string Text = "1. First\r\n   > 5 + 5\r\n   > = 10\r\n2. x\r\n";
        var step = TraceReader.Read(Text, TraceFormat.Markdown).Traces[0].Steps[0];
        Assert.Equal("First\r\n5 + 5\r\n= 10", step.Text.Text);
        var place = step.Text.ToOriginal(new TextSpan(step.Text.Text.IndexOf("= 10", StringComparison.Ordinal), 4));
        Assert.Equal("= 10", Text[place.Start..place.End]);
    }

    [Fact]
    public void A_row_of_align_can_be_read_by_itself_and_maps_to_the_row()
    {
        const string Text = "\\begin{align}\n2x &= 4 \\\\\nx &= 2\n\\end{align}\n";
        var step = TraceReader.Read(Text, TraceFormat.Markdown).Traces[0].Steps[1];
        Assert.Equal("\\[x &= 2\\]", step.Text.Text);
        Assert.Equal("x &= 2", Text[step.Span.Start..step.Span.End]);
        Assert.Equal(step.Span, step.Text.ToOriginal(new TextSpan(0, step.Text.Text.Length)));
        Assert.Equal(SegmentKind.DisplayMath, TextSegmenter.Segment(step.Text.Text, step.Code)[0].Kind);
    }

    [Fact]
    public void A_display_torn_by_blank_lines_is_one_step() =>
        Assert.Equal("trace\n  0 «So⏎⏎\\[⏎⏎x = 1⏎⏎\\]»\n  1 «Done.»\n", Read("So\n\n\\[\n\nx = 1\n\n\\]\n\nDone.\n"));

    [Theory]
    [InlineData("So \\[ x = 1.\n", 3, 2)]
    [InlineData("So $$ x = 1.\n", 3, 2)]
    [InlineData("So \\(x = 1.\n", 3, 2)]
    [InlineData("So \\begin{align}x = 1.\n", 3, 13)]
    public void Mathematics_that_is_never_closed_is_reported_where_it_opens(string text, int start, int length)
    {
        var error = Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces[0].Errors);
        Assert.Equal(("unclosed-maths", new TextSpan(start, length)), (error.Code, error.Span));
    }

    [Theory]
    [InlineData("It costs $5.")]
    [InlineData("A $$$ hotel.")]
    [InlineData("See \\[1].")]
    [InlineData("Use `\\[` here.")]
    [InlineData("\\[ x \\] and $$y$$ and \\\\[4pt]")]
    public void What_may_be_meant_otherwise_is_not_reported(string text) =>
        Assert.Empty(TraceReader.Read(text, TraceFormat.Markdown).Traces[0].Errors);

    [Fact]
    public void An_underlined_heading_is_a_heading_and_a_rule_is_none() =>
        Assert.Equal("trace [Problem 4]\n  problem «x?»\n  0 «y»\n", Read("Problem 4\n=========\n\nx?\n\nSolution\n---\n\ny\n\n---\n"));

    [Fact]
    public void A_reference_answer_is_a_setting() =>
        Assert.Equal("trace\n  problem «x?»\n  0 ⟨Step 1:⟩ #1 «y»\n  answer «3»\n  reference «4»\n",
        Read("Problem: x?\n\nStep 1: y\n\nAnswer: 3\n\nReference answer: 4\n"));
}

using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class PlainTextTests
{
    private static string Read(string text) => Render.Steps(TraceReader.Read(text, TraceFormat.PlainText));

    [Fact]
    public void Labelled_lines_are_steps_and_signs_at_line_starts_are_arithmetic() => Assert.Equal("""
        trace
          problem «A dog has 3 legs.⏎How many has it lost?»
          0 ⟨Step 1:⟩ #1 «count⏎4⏎- 3⏎= 1»
          1 ⟨Step 2:⟩ #2 «> 0»
          answer «1»

        """, Read("Problem: A dog has 3 legs.\nHow many has it lost?\n\nStep 1: count\n4\n- 3\n= 1\nStep 2: > 0\nAnswer: 1\n"));

    [Fact]
    public void Numbered_lines_of_one_paragraph_are_steps() => Assert.Equal("""
        trace
          problem «What?»
          0 ⟨1.⟩ #1 «one»
          1 ⟨2)⟩ #2 «two⏎more»
          2 ⟨3.⟩ #3 «three»
          3 «So three.»

        """, Read("Question: What?\r\n\r\n1. one\r\n2) two\r\nmore\r\n\r\n3. three\r\n\r\nSo three.\r\n")
        .Replace("␍", "", StringComparison.Ordinal));

    [Fact]
    public void A_number_that_wraps_to_a_line_start_is_no_label() =>
        Assert.Equal("trace\n  0 «The sum is⏎12. That is all.»\n", Read("The sum is\n12. That is all.\n"));

    [Fact]
    public void Right_to_left_and_Chinese_text_keeps_its_places()
    {
        const string Text = "المسألة 😀\n\n第一步：三加四等于 7。\n";
        var steps = TraceReader.Read(Text, TraceFormat.PlainText).Traces[0].Steps;
        Assert.Equal((1, "三加四等于 7。"), (steps[0].Number, steps[0].Text.Text));
        var place = steps[0].Text.ToOriginal(new TextSpan(steps[0].Text.Text.IndexOf('7', StringComparison.Ordinal), 1));
        Assert.Equal("7", Text[place.Start..place.End]);
    }

    [Fact]
    public void Nothing_is_read_from_nothing()
    {
        foreach (var format in Enum.GetValues<TraceFormat>())
            foreach (var text in new[] { "", " \n\n\t", "\uFEFF" })
                Assert.Empty(TraceReader.Read(text, format).Traces);
    }

    [Theory]
    [InlineData(".txt", 3, "Shopping\n3 packs of juice: 3 * 4 = 12\n2 cakes: 2 * 9 = 18\nTogether: 12 + 18 = 30\n")]
    [InlineData(".md", 3, "3 packs of juice: 3 * 4 = 12\n2 cakes: 2 * 9 = 18\nTogether: 12 + 18 = 30\n")]
    [InlineData(".md", 3, "3 * 4 = 12\nso 12 + 5 = 17\nthen 17 * 2 = 34\n")]
    [InlineData(".md", 2, "3 * (4 + 5) = 3 * 9\n= 27\n27 + 1 = 28\n")]
    [InlineData(".md", 2, "- 3 * 4 = 12 apples.\n- 2 * 9 = 18 pears.\n")]
    [InlineData(".txt", 4, "12 * 7 = 84\n15% of 80 = 12\n45 min + 30 min = 1 h 15 min\n84 + 19 = 103\n")]
    // Sentences that go over lines.
    [InlineData(".md", 1, "First 3 * 4 = 12, then 12 + 5 = 17 and\nfinally 17 * 2 = 34, which is all there was, so\n34 - 4 = 30 remain.\n")]
    [InlineData(".md", 1, "We take 3 * 4 = 12 apples from\nTom's box, then 12 + 5 = 17.\n")]
    [InlineData(".txt", 1, "Step 1: 3 * 4 = 12\n12 + 5 = 17\n")]
    public void Lines_that_each_calculate_are_steps(string extension, int steps, string text) =>
        Assert.Equal(steps, Assert.Single(TraceReader.Read(text, TraceFormats.FromPath("a" + extension)!.Value).Traces).Steps.Length);

    [Theory]
    [InlineData(3, "**Problem:** One tin costs $12.50. What do five cost?\n\nA remark: 7 * 5 = 36 here.\n\n"
        + "Step 1: 36 / 8 = 4.5\n\nStep 2: 5 * 12.50 = 62.50\n")]
    [InlineData(1, "**Problem:** Here 7 * 5 = 36.\n\nWhat is 8 * 5?\n\nStep 1: 8 * 5 = 41\n")]
    [InlineData(1, "**Problem:** What is asked?\n\nLet 7 * 5 = 36. What is 8 * 5?\n\nStep 1: 8 * 5 = 41\n")]
    public void What_is_worked_out_below_the_question_is_no_part_of_it(int steps, string text) =>
        Assert.Equal(steps, Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces).Steps.Length);

    [Fact]
    public void A_reference_beside_a_worked_answer_is_read()
    {
        const string Record = """{"question": "q?", "answer": "3 + 12 = 15\\n#### 15", "reference": "27"}""";
        Assert.Equal("27", Assert.Single(TraceReader.Read(Record, TraceFormat.JsonLines).Traces).Settings.Answer);
    }
}

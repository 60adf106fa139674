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
}

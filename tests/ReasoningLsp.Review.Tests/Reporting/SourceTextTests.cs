using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Review.Tests.Reporting;

public sealed class SourceTextTests
{
    [Fact]
    public void A_part_of_a_file_counts_its_lines_on_from_where_it_stands()
    {
        var part = new SourceText("a.jsonl", "one\ntwo", firstLine: 40);
        Assert.Equal(new LinePosition(41, 1), part.PositionOf(5));
        Assert.Equal(new TextSpan(4, 3), part.LineSpan(41));
    }

    [Fact]
    public void What_a_terminal_would_obey_is_shown_as_a_sign() =>
        Assert.DoesNotContain(VisibleText.Of("a\u001b[31mb\u202ec"), character => char.IsControl(character) || character == '\u202e');
}

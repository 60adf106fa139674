using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests.Inline;

public sealed class HtmlTagTests
{
    [Theory]
    [InlineData("<p>2 + 2 = 4</p><script>var a=1+1==3;</script>", "<p>2 + 2 = 4</p>")]
    [InlineData("a <style>b { c: d }</style> e", "a  e")]
    [InlineData("<div title=\"1 + 1 = 3\">a</div>", "<div>a</div>")]
    [InlineData("![1 + 1 = 3](x.png) a", " a")]
    [InlineData("[a](x.html \"1 + 1 = 3\") b", "[a] b")]
    [InlineData("x <y and z=3> 1", "x <y and z=3> 1")]
    [InlineData("[2 + 3](4) = 20", "[2 + 3](4) = 20")]
    [InlineData("a <script>b", "a <script>b")]
    public void What_is_no_text_is_left_out(string written, string read) => Assert.Equal(read.Trim(), StepOf(written).Trim());

    [Theory]
    [InlineData("<script>\na\n\nb = 1 + 1 = 3\n</script>")]
    [InlineData("<style>\n\na { 1 + 1 = 3 }\n\n</style>")]
    public void An_element_goes_over_blank_lines(string element)
    {
        var trace = Assert.Single(TraceReader.Read($"Step 1: a\n\n{element}\n\nStep 2: c\n", TraceFormat.Markdown).Traces);
        Assert.Equal(["a", "c"], trace.Steps.Select(step => step.Text.Text.Trim()));
    }

    private static string StepOf(string text) =>
        Assert.Single(Assert.Single(TraceReader.Read($"Step 1: {text}\n", TraceFormat.Markdown).Traces).Steps).Text.Text;
}

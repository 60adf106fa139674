using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Server.Tests.Presentation;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("``", "``` `` ```")]
    [InlineData("two\nlines", "`two lines`")]
    public void Code_stays_code_whatever_it_holds(string text, string code) => Assert.Equal(code, MarkdownText.Code(text));

    [Fact]
    public void Plain_text_neither_links_nor_marks_up() =>
        Assert.Equal("\\[a\\](b) \\*c\\* \\<d\\>", MarkdownText.Plain("[a](b) *c* <d>"));

    [Theory]
    [InlineData("**Step 3:** 1 + 1 = 2", "Step 3")]
    [InlineData("3. 1 + 1 = 2", "Step 3")]
    [InlineData("So 1 + 1 = 2.", "Step 1")]
    public void A_step_is_called_as_it_is_labelled_or_by_its_place(string text, string name) =>
        Assert.Equal(name, StepNames.Of(TraceReader.Read(text, TraceFormat.Markdown).Traces[0].Steps[0]));

    [Fact]
    public void An_item_of_a_LaTeX_list_is_called_by_its_place() => Assert.Equal(["Step 1", "Step 2"], TraceReader.Read(
            "\\section*{Solution}\n\\begin{enumerate}\n\\item We have $1 + 1 = 2$.\n\\item So $2 + 1 = 3$.\n\\end{enumerate}\n",
            TraceFormat.Latex)
        .Traces[0].Steps.Select(StepNames.Of));
}

using ReasoningLsp.Runs.Pages.Mathematics;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Pages.Mathematics;

/// <summary>A student's text as people read it.</summary>
public sealed class WorkMarkupTests
{
    private const string Half = "<math><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac></math>";

    [Theory]
    [InlineData(@"costs \$20 - \$13", "costs $20 - $13")]
    [InlineData(@"20\% of $23", "20% of $23")]
    [InlineData(@"so \frac{1}{2} + 1", "so " + Half + " + 1")]
    [InlineData(@"so $\frac{1}{2}$.", "so " + Half + ".")]
    [InlineData("第$$9$$题", "第<math><mn>9</mn></math>题")]
    [InlineData("so\n$$9$$\n", "so\n<math display=\"block\"><mn>9</mn></math>\n")]
    [InlineData("**Step** 2**3**4", "<strong>Step</strong> 2**3**4")]
    [InlineData("x^{2} < y_{1}", "x<sup>2</sup> &lt; y<sub>1</sub>")]
    [InlineData(@"C:\temp\ <b>", @"C:\temp\ &lt;b&gt;")]
    [InlineData(@"$\unknown{1}$", @"$\unknown{1}$")]
    public void A_text_is_readable(string text, string html) => Assert.Equal(html, WorkMarkup.Of(text).Html);
}

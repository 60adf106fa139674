using ReasoningLsp.Server.Presentation;
using Xunit;

namespace ReasoningLsp.Server.Tests.Presentation;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData(@"so it costs **$68** in all", "so it costs $68 in all")]
    [InlineData(@"$\frac{1}{2} + \frac{1}{3} = \frac{2}{5}$", "1/2 + 1/3 = 2/5")]
    [InlineData(@"we get $\left(\sqrt{x+1}\right)^{2} \le 2 \cdot 10^{12}$.", "we get (√(x+1))^2 ≤ 2 · 10^12.")]
    [InlineData(@"\[ \dfrac{a+b}{2} \times 4 \text{ cm} \]", "(a+b)/2 × 4 cm")]
    [InlineData("> quoted `3 * 4 = 12`\nnext", "quoted 3 * 4 = 12 next")]
    [InlineData("3 * 4 * 5 = 60", "3 * 4 * 5 = 60")]
    [InlineData("$5 and $10 are $15", "$5 and $10 are $15")]
    [InlineData(@"\frac{", @"\frac{")]
    public void Markup_and_mathematics_are_read_as_a_line(string text, string line) => Assert.Equal(line, PlainLine.Of(text));
}

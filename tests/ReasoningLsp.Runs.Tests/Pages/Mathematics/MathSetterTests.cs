using ReasoningLsp.Runs.Pages.Mathematics;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Pages.Mathematics;

/// <summary>LaTeX is set whole, or not at all.</summary>
public sealed class MathSetterTests
{
    [Theory]
    [InlineData(@"\frac{1}{2}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData("x_1^2", "<msubsup><mi>x</mi><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></msubsup>")]
    [InlineData("f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>")]
    [InlineData(@"\sqrt[3]{8}", "<mroot><mrow><mn>8</mn></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData("3{,}14", "<mn>3,14</mn>")]
    [InlineData(@"\left( 1 \right.", "<mo stretchy=\"false\">(</mo><mn>1</mn>")]
    [InlineData(@"5\text{ km} \le \$6", "<mn>5</mn><mtext> km</mtext><mo>≤</mo><mo>$</mo><mn>6</mn>")]
    [InlineData(@"a &= b \\[2pt] &= c", "<mtable class=\"\"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr>"
        + "<mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>")]
    [InlineData(@"\begin{pmatrix}1&2\end{pmatrix}", "<mrow><mo>(</mo><mtable class=\"pmatrix\"><mtr><mtd><mn>1</mn></mtd>"
        + "<mtd><mn>2</mn></mtd></mtr></mtable><mo>)</mo></mrow>")]
    [InlineData("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"\text{<b>}", "<mtext>&lt;b&gt;</mtext>")]
    public void A_formula_is_set(string tex, string set) => Assert.Equal($"<math>{set}</math>", MathSetter.Of(tex, isDisplay: false));

    [Theory]
    [InlineData(@"\unknown{1}")]
    [InlineData(@"\frac{1}")]
    [InlineData(@"\frac{1}{2")]
    [InlineData("a}b")]
    [InlineData(@"\begin{pmatrix}1")]
    [InlineData(@"\begin{tikzpicture}\end{tikzpicture}")]
    [InlineData(@"\")]
    public void What_is_not_known_whole_is_not_set(string tex) => Assert.Null(MathSetter.Of(tex, isDisplay: false));

    [Fact]
    public void Depth_has_an_end() => Assert.Null(MathSetter.Of(string.Concat(Enumerable.Repeat(@"\sqrt{", 100_000)), isDisplay: false));
}

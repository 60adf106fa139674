using ReasoningLsp.Mathematics.Answers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Answers;

public sealed class AnswerComparerTests
{
    private readonly AnswerComparer _comparer = new();

    [Theory]
    [InlineData("1/2", "0.5")]
    [InlineData("3 1/4", @"\frac{13}{4}")]
    [InlineData("1,250", "1250")]
    [InlineData("$1,250.50", "1250.5")]
    [InlineData("45%", "45")]
    [InlineData(@"\sqrt{8}", @"2\sqrt2")]
    [InlineData("C(9, 3)", "84")]
    [InlineData("A_{9}^{2}", "72")]
    [InlineData("{}_{9}C_{2}", "36")]
    [InlineData("9C2", "36")]
    [InlineData("(9 choose 2)", "36")]
    [InlineData("10 y - 3", "10y-3")]
    [InlineData("b - t", "-t + b")]
    [InlineData(@"\sum_{j=1}^{4} 2j", "20")]
    [InlineData(@"1 + \frac12 + \frac14 + \cdots", "2")]
    [InlineData(@"(3m^2)^3", "27 m^{6}")]
    [InlineData(@"\log_4 \frac{1}{16}", "-2")]
    [InlineData(@"\log x", @"\ln{\left(x \right)}")]
    [InlineData("f(x)", @"f{\left(x \right)}")]
    [InlineData(@"\cos 2 \cdot \pi", "1")]
    [InlineData(@"\tfrac{d}{dx} x \cdot e^{x}", @"(x + 1) e^{x}")]
    [InlineData(@"\text{GCD}(84, 36)", "12")]
    [InlineData("10 percent of 820", "82")]
    [InlineData(@"1.2 \times 10^3", "1200")]
    [InlineData(@"5\text{ cm}", "5")]
    [InlineData("5 cm", "5")]
    [InlineData(@"90^\circ", "90")]
    [InlineData("(x+1)^2", "x^2+2x+1")]
    [InlineData("x = 5", "5")]
    [InlineData("2x + 4y = 6", "x + 2y = 3")]
    [InlineData("x > 2", @"(2, \infty)")]
    [InlineData("0 < x \\le 3", "(0, 3]")]
    [InlineData("x > 2", "2 < x")]
    [InlineData("1, 2, 3", @"\{3, 2, 1\}")]
    [InlineData(@"(-\infty, 1) \cup (2, \infty)", @"(2, \infty) \cup (-\infty, 1)")]
    [InlineData(@"\begin{pmatrix} 1/2 \\ 2 \end{pmatrix}", @"\begin{bmatrix} 0.5 \\ 2 \end{bmatrix}")]
    [InlineData(@"\text{(B)}", "B")]
    [InlineData("A", @"The answer is \boxed{\text{A}}.")]
    [InlineData(@"x = \pm 2", "x = 2, x = -2")]
    [InlineData("18", "She sells 9 * 2 = 18 dollars.\n#### 18")]
    public void Answers_that_say_the_same_are_equal(string gold, string pred) =>
        Assert.True(_comparer.Compare(gold, pred, AnswerOptions.Default));

    [Theory]
    [InlineData("1/2", "0.51")]
    [InlineData(@"\sqrt2", "1.51")]
    [InlineData("x + 1", "x + 2")]
    [InlineData("2x + 4y = 6", "x + 2y = 4")]
    [InlineData("x > 2", @"[2, \infty)")]
    [InlineData("(1, 2)", "(2, 1)")]
    [InlineData("(1, 2)", "[1, 2]")]
    [InlineData("1, 2", "1, 2, 3")]
    [InlineData("A", "B")]
    [InlineData("5", "x > 5")]
    [InlineData("(2, 3)", "2 < x <= 3")]
    [InlineData(@"\begin{pmatrix} 1 & 2 \end{pmatrix}", @"\begin{pmatrix} 1 \\ 2 \end{pmatrix}")]
    [InlineData("-5", "5")]
    [InlineData("yes", "no")]
    public void Answers_that_say_something_else_are_not(string gold, string pred) =>
        Assert.False(_comparer.Compare(gold, pred, AnswerOptions.Default));

    [Theory]
    [InlineData("1.5k", "1500")]
    [InlineData("15 Mio.", "15000000")]
    [InlineData("15 Mio.", "15 million")]
    [InlineData("3万", "30000")]
    [InlineData("2,5 Mrd.", "2500000000")]
    [InlineData("двадцать один", "21")]
    [InlineData("2024-03-05", "March 5, 2024")]
    [InlineData("5 March 2024", "March 5, 2024")]
    public void A_number_or_a_day_is_the_same_however_it_is_written(string gold, string pred)
    {
        Assert.True(_comparer.Compare(gold, pred, AnswerOptions.Default));
        Assert.True(_comparer.Compare(pred, gold, AnswerOptions.Default));
    }

    [Theory]
    [InlineData("quatre-vingt-dix", "90")]
    [InlineData("80", "quatre-vingts")]
    [InlineData("vingt et un", "21")]
    [InlineData("deux mille", "2000")]
    [InlineData("03/05/2024", "March 5, 2024")]
    [InlineData("AB", "BA")]
    [InlineData("AB + A'C", "A'C + BA")]
    [InlineData("AB+BC", "BC+BA")]
    [InlineData("x^2+C", "x^2")]
    [InlineData("1/0", @"\infty")]
    public void What_may_say_the_same_is_not_called_different(string gold, string pred)
    {
        Assert.NotEqual(false, _comparer.Compare(gold, pred, AnswerOptions.Default));
        Assert.NotEqual(false, _comparer.Compare(pred, gold, AnswerOptions.Default));
    }

    [Theory]
    [InlineData("21", "22")]
    [InlineData("880 + 10% of 880", "9680")]
    [InlineData("10 percent of 810", "810")]
    [InlineData("log10(1000)", "4")]
    [InlineData("15 Mio.", "16000000")]
    [InlineData("15 Mio.", "15")]
    [InlineData("двадцать один", "22")]
    [InlineData("2024-03-05", "March 6, 2024")]
    [InlineData("03/05/2024", "March 6, 2024")]
    [InlineData("AB", "AC")]
    [InlineData("x^2+C", "x^3")]
    [InlineData("12", @"\infty")]
    public void What_says_another_number_or_day_is_different(string gold, string pred) =>
        Assert.False(_comparer.Compare(gold, pred, AnswerOptions.Default));

    [Fact]
    public void Options_loosen_the_comparison()
    {
        Assert.True(_comparer.Compare(@"\sqrt2", "1.41", new AnswerOptions { Precision = 2 }));
        Assert.True(_comparer.Compare("f(x)", "f(y)", new AnswerOptions { Strict = false }));
    }

    [Fact]
    public void A_text_without_an_answer_is_not_judged() => Assert.Null(_comparer.Compare("", "5", AnswerOptions.Default));

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData(@"\boxed{")]
    [InlineData(@"\boxed{$")]
    [InlineData("$x$ and ")]
    [InlineData("1,")]
    [InlineData("9^")]
    [InlineData(@"\frac")]
    [InlineData("((1,2),")]
    [InlineData("±")]
    [InlineData("x=")]
    public void Hostile_text_of_any_length_comes_to_an_end(string piece)
    {
        foreach (var count in (int[])[1, 100, 15_000])
        {
            var text = string.Concat(Enumerable.Repeat(piece, count));
            var other = text + "7";
            Assert.NotEqual(text, other);
            _comparer.Compare(text, other, AnswerOptions.Default);
        }
    }
}

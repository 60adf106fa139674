using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Mathematics.Tests.Support;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Symbolic;

public sealed class OperatorReducerTests
{
    private readonly OperatorReducer _reducer = new(new Evaluator(96));

    [Theory]
    [InlineData(@"\int_0^{\infty} e^{-x} dx", @"1")]
    [InlineData(@"\int_0^{\infty} \frac{1}{1+x^2} dx", @"\frac{\pi}{2}")]
    [InlineData(@"\int_0^1 \ln x dx", @"-1")]
    [InlineData(@"\int_0^{\pi/2} \sin^2 x \, dx", @"\frac{\pi}{4}")]
    [InlineData(@"\int_0^1 \frac{x}{x^2+1} dx", @"\frac{\ln 2}{2}")]
    [InlineData(@"\int_0^1 x e^{x^2} dx", @"\frac{e-1}{2}")]
    [InlineData(@"\int_1^e \ln x dx", @"1")]
    [InlineData(@"\int_0^1 \frac{1}{\sqrt{1-x^2}} dx", @"\frac{\pi}{2}")]
    [InlineData(@"\int_0^1 x^2 e^x dx", @"e-2")]
    [InlineData(@"\int_0^1 \arctan x dx", @"\frac{\pi}{4} - \frac{\ln 2}{2}")]
    [InlineData(@"\int_2^3 \frac{1}{x^2-1} dx", @"\frac12 \ln \frac32")]
    [InlineData(@"\int_0^{\pi} e^x \cos x dx", @"-\frac{e^{\pi}+1}{2}")]
    [InlineData(@"\int_0^1 \sqrt{1-x^2} dx", @"\frac{\pi}{4}")]
    [InlineData(@"\int_0^1\int_0^1 xy\,dx\,dy", @"\frac14")]
    [InlineData(@"\int_0^4 \frac{x+1}{\sqrt{x}} dx", @"\frac{28}{3}")]
    [InlineData(@"\lim_{x\to 0} \frac{\sin x}{x}", @"1")]
    [InlineData(@"\lim_{x\to 0} \frac{1-\cos x}{x^2}", @"\frac12")]
    [InlineData(@"\lim_{x\to\infty} (1+\frac{2}{x})^x", @"e^2")]
    [InlineData(@"\lim_{x\to 0^+} x \ln x", @"0")]
    [InlineData(@"\lim_{x\to\infty} \frac{x^2}{e^x}", @"0")]
    [InlineData(@"\lim_{x\to\infty} \frac{\sin x}{x}", @"0")]
    [InlineData(@"\lim_{x\to\infty} \frac{x + \cos x}{x}", @"1")]
    [InlineData(@"\lim_{x\to\infty} (\sqrt{x^2+x} - x)", @"\frac12")]
    [InlineData(@"\lim_{h\to 0} \frac{(x+h)^2-x^2}{h}", @"2x")]
    [InlineData(@"\lim_{x\to 0} \frac{\tan x - \sin x}{x^3}", @"\frac12")]
    [InlineData(@"\lim_{x\to -\infty} \frac{x}{\sqrt{x^2+1}}", @"-1")]
    [InlineData(@"\lim_{x\to\infty} \frac{e^x+x}{2e^x-1}", @"\frac12")]
    [InlineData(@"\sum_{k=1}^n k^2", @"\frac{n(n+1)(2n+1)}{6}")]
    [InlineData(@"\sum_{k=0}^n 2^k", @"2^{n+1}-1")]
    [InlineData(@"\sum^n_{k=1} k", @"\frac{n(n+1)}{2}")]
    [InlineData(@"\sum_{k=1}^3 c", @"3c")]
    [InlineData(@"\int^b_a x dx", @"\frac{b^2-a^2}{2}")]
    [InlineData(@"\operatorname{tr} \left[\begin{array}{cc} a & 1 \\ 2 & b \end{array}\right]", @"a+b")]
    [InlineData(@"\sum_{k=1}^{\infty} \frac{1}{k(k+1)}", @"1")]
    [InlineData(@"\sum_{k=1}^{\infty} \frac{1}{k^2}", @"\frac{\pi^2}{6}")]
    [InlineData(@"\sum_{k=0}^{\infty} \frac{1}{k!}", @"e")]
    [InlineData(@"\sum_{k=1}^{\infty} \frac{k}{2^k}", @"2")]
    [InlineData(@"\sum_{k=1}^{\infty} \frac{(-1)^{k+1}}{k}", @"\ln 2")]
    [InlineData(@"\sum_{k=1}^{n} \frac{1}{k(k+1)}", @"\frac{n}{n+1}")]
    [InlineData(@"1+2+3+\dots+n", @"\frac{n(n+1)}{2}")]
    [InlineData(@"1+4+9+\dots+100", @"385")]
    [InlineData(@"1+\frac12+\frac14+\cdots", @"2")]
    [InlineData(@"1+2+4+\dots+2^{n-1}", @"2^n-1")]
    [InlineData(@"1 \cdot 2 \cdot 3 \cdots 6", @"720")]
    [InlineData(@"\frac{d}{dx}\int_0^x t^2 dt", @"x^2")]
    [InlineData(@"\frac{d^2}{dx^2}(x^3)", @"6x")]
    [InlineData(@"\left(x^{2} \ln{\left(x \right)}\right)'", @"x \left(2 \ln{\left(x \right)} + 1\right)")]
    [InlineData(@"\det\begin{pmatrix} 2 & 1 \\ 5 & 3 \end{pmatrix}", @"1")]
    [InlineData(@"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", @"ad - bc")]
    public void Derivatives_integrals_limits_and_sums_are_carried_out(string operation, string value) =>
        Assert.True(EqualityProof.HoldsFrom(_reducer.Reduce(Written.Euler(operation)), Written.Euler(value)));

    [Theory]
    [InlineData(@"\int_{-1}^{1} \frac{1}{x^2} dx")]
    [InlineData(@"\int_0^1 \frac{1}{x} dx")]
    [InlineData(@"\int_0^1 e^{-x^2} dx")]
    [InlineData(@"\int_0^{\pi} \tan x dx")]
    [InlineData(@"\lim_{x\to 0} \frac{1}{x}")]
    [InlineData(@"\lim_{x\to 0} \frac{|x|}{x}")]
    [InlineData(@"\lim_{x\to\infty} \sin x")]
    [InlineData(@"\sum_{k=1}^{\infty} \frac{1}{k}")]
    [InlineData(@"\sum_{k=0}^{\infty} 2^k")]
    [InlineData(@"1 + 2 + \dots + 64")]
    [InlineData(@"(1 - \frac13) + (\frac13 - \frac15) + \dots + (\frac{1}{2n - 1} - \frac{1}{2n + 1})")]
    [InlineData(@"\sum_{k=1}^{n} x_k")]
    public void What_does_not_exist_or_is_not_found_stays_as_it_is(string operation) =>
        Assert.True(OperatorReducer.HasOperators(_reducer.Reduce(Written.Euler(operation))));

    [Fact]
    public void An_integral_without_a_closed_form_is_enclosed()
    {
        var bounds = _reducer.Bounds(Written.Euler(@"\int_0^1 e^{-x^2} dx"));
        Assert.True(bounds is { } range && range.Contains(new Rational(746824132812, 1_000_000_000_000))
            && range.Width < new Rational(1, 1000));
    }

    [Theory]
    [InlineData(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^{-1}", "-2", "1", "3/2", "-1/2")]
    [InlineData(@"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^T", "1", "3", "2", "4")]
    [InlineData(@"\begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}^3", "1", "3", "0", "1")]
    public void Matrices_are_worked_out_entry_by_entry(string matrix, params string[] entries)
    {
        var parts = Components.Of(Written.Euler(matrix));
        Assert.NotNull(parts);
        Assert.All(parts.Items.Zip(entries), pair => Assert.True(EqualityProof.Holds(pair.First, Written.Euler(pair.Second))));
    }
}

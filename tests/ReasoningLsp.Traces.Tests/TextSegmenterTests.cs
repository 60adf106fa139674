using CsCheck;
using ReasoningLsp.Traces.Segments;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class TextSegmenterTests
{
    private static string Show(string text, params TextSpan[] code) => string.Concat(
        TextSegmenter.Segment(text, [.. code]).Select(segment => segment.Kind switch
        {
            SegmentKind.InlineMath => "⟦" + text[segment.Content.Start..segment.Content.End] + "⟧",
            SegmentKind.DisplayMath => "⟪" + text[segment.Content.Start..segment.Content.End] + "⟫",
            SegmentKind.Code => "⟨" + text[segment.Whole.Start..segment.Whole.End] + "⟩",
            _ => text[segment.Whole.Start..segment.Whole.End],
        }));

    [Theory]
    [InlineData(@"so $x = 3$ and $y$.", "so ⟦x = 3⟧ and ⟦y⟧.")]
    [InlineData(@"so \(x = 3\) and \[y\]", "so ⟦x = 3⟧ and ⟪y⟫")]
    [InlineData(@"$8 + 2 = 10$ times", "⟦8 + 2 = 10⟧ times")]
    [InlineData(@"$ 8 + 2 = 10 $ times", "⟦ 8 + 2 = 10 ⟧ times")]
    [InlineData("$$x$$ and $5$", "⟪x⟫ and ⟦5⟧")]
    [InlineData(@"$-5$, $.5$, $12 \text{ inches}$", @"⟦-5⟧, ⟦.5⟧, ⟦12 \text{ inches}⟧")]
    [InlineData(@"$\text{if $x$ is even}$", @"⟦\text{if $x$ is even}⟧")]
    [InlineData(@"$\$5 + \$6 = \$11$", @"⟦\$5 + \$6 = \$11⟧")]
    [InlineData("$a$$b$", "⟦a⟧⟦b⟧")]
    [InlineData(@"$3 \emph{is what this is about}$", @"⟦3 \emph{is what this is about}⟧")]
    [InlineData(@"of $3 \pmod{55} $.", @"of ⟦3 \pmod{55} ⟧.")]
    [InlineData("$distance = speed * time$", "⟦distance = speed * time⟧")]
    public void Delimited_mathematics_is_found(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("$3.5 * 4000 = $14,000")]
    [InlineData("Their salary is $5000+$10000 = $15000")]
    [InlineData("She spent $12 on ingredients for the cake, $43 on birthday presents.")]
    [InlineData("$105 (lost income) - $90 (accountant's fee) = $15.")]
    [InlineData(@"that is \$5 and \$6")]
    [InlineData("It costs 100$ and then 200$.")]
    [InlineData("It costs 100$, so 2*100$ = 200$.")]
    [InlineData("She has $(12 - 3) = $9.")]
    [InlineData("($5)*($6)")]
    [InlineData("a $$$ restaurant, a $$$ hotel")]
    [InlineData("one $ only")]
    [InlineData("$6000/4=$<<6000/4=1500>>1500")]
    [InlineData("so 3 < x$, and let $ be")]
    [InlineData("$5\n\nand 6$")]
    public void Money_is_prose(string text) => Assert.Equal(text, Show(text));

    [Theory]
    [InlineData("costs $5 and $x$ is", "costs $5 and ⟦x⟧ is")]
    [InlineData("gives $13 × 3 = $39. So $\\boxed{\\$39}$.", "gives $13 × 3 = $39. So ⟦\\boxed{\\$39}⟧.")]
    [InlineData(@"by $5 from $450 to \(P\) and $5, \(n\) times", @"by $5 from $450 to ⟦P⟧ and $5, ⟦n⟧ times")]
    [InlineData("After paying $30, $x$ is left", "After paying $30, ⟦x⟧ is left")]
    public void Money_and_mathematics_share_a_sentence(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData(@"a \begin{align*}x&=1\\y&=2\end{align*} b", @"a ⟪x&=1\\y&=2⟫ b")]
    [InlineData(@"\begin{alignat}{2}x&=1\end{alignat}", @"⟪x&=1⟫")]
    [InlineData(@"\[\begin{aligned}x\end{aligned}\]", @"⟪\begin{aligned}x\end{aligned}⟫")]
    [InlineData(@"f = \begin{cases}1\\2\end{cases}", @"f = ⟪\begin{cases}1\\2\end{cases}⟫")]
    [InlineData(@"\begin{split}a\begin{split}b\end{split}\end{split}", @"⟪a\begin{split}b\end{split}⟫")]
    [InlineData(@"\begin{enumerate}\item $x$\end{enumerate}", @"\begin{enumerate}\item ⟦x⟧\end{enumerate}")]
    [InlineData(@"\begin{align}x", @"\begin{align}x")]
    [InlineData(@"\[ x", @"\[ x")]
    [InlineData("see [asy]draw(\"$x$\");[/asy] now $y$", "see ⟨[asy]draw(\"$x$\");[/asy]⟩ now ⟦y⟧")]
    public void Environments_and_figures_are_found(string text, string expected) => Assert.Equal(expected, Show(text));

    [Fact]
    public void Code_is_never_mathematics()
    {
        const string Text = "run `$x$` and $y$";
        Assert.Equal("run ⟨`$x$`⟩ and ⟦y⟧", Show(Text, new TextSpan(4, 5)));
    }

    [Fact]
    public void Segments_cover_any_text_without_gap()
    {
        string[] pool = ["$", "$$", "\\(", "\\)", "\\[", "\\]", "\\", "\\begin{align}", "\\end{align}", "\\begin{alignat}{", "{", "}", "5",
            "x", " ", "\n", "word ", "[asy]", "[/asy]", "😀", "\ud800"];
        var piece = Gen.Int[0, pool.Length - 1].Select(index => pool[index]);
        Gen.Select(piece.Array[0, 60], Gen.Int[0, 80], Gen.Int[0, 20]).Sample((pieces, start, length) =>
        {
            var text = string.Concat(pieces);
            var at = 0;
            foreach (var segment in TextSegmenter.Segment(text, [new TextSpan(start, length)]))
            {
                Assert.Equal(at, segment.Whole.Start);
                Assert.True(segment.Whole.Contains(segment.Content) && segment.Content.Length >= 0 && segment.Whole.Length > 0);
                at = segment.Whole.End;
            }

            Assert.Equal(text.Length, at);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("\\begin{align}")]
    [InlineData("\\(")]
    [InlineData("\\[")]
    [InlineData("${")]
    [InlineData("$$ ")]
    [InlineData("[asy]")]
    [InlineData("$5 {")]
    [InlineData("\\begin{align}\\end{aligned}")]
    public void A_million_openers_are_segmented_in_linear_time(string opener) =>
        Assert.NotEmpty(TextSegmenter.Segment(string.Concat(Enumerable.Repeat(opener, 1_000_000 / opener.Length)), []));
}

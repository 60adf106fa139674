using CsCheck;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Notation;

public sealed class HostileNotationTests
{
    private static readonly string[] Pieces =
    [
        "\\frac", "{", "}", "(", ")", "[", "]", "|", "^", "_", "=", "<", ">", "\\leq", "\\pmod", "\\sqrt", "\\binom", "\\left", "\\right",
        "\\begin{pmatrix}", "\\end{pmatrix}",
        "&", "\\\\", "9", "12.5", "1,000", "%", "$", "x", "mod", "of", "!", "°", "²", "½", "<<", ">>", "+", "-", "*", "/", "…", " ", "\n",
        "\\sum", "\\overline", "\ud83d", "√", "the", "\\log",
    ];

    [Fact]
    public void Any_text_is_read_without_an_exception_and_every_span_lies_inside_it() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 60].Select(string.Concat))
        .Select(Gen.Bool)
            .Sample((text, isMath) => Read(text, isMath), iter: 3_000);

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("|")]
    [InlineData("^")]
    [InlineData("-")]
    [InlineData("=")]
    [InlineData("\\frac{")]
    [InlineData("\\sqrt{")]
    [InlineData("2^")]
    [InlineData("1=")]
    [InlineData("<<")]
    [InlineData("\\begin{pmatrix}")]
    public void A_hundred_kilobytes_of_one_piece_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + " = 1";
        Read(text, isMath: true);
        Read(text, isMath: false);
    }

    [Theory]
    [InlineData("9^9^9^9 = 1")]
    [InlineData("9^{9^{9^9}} = 9^{9^{9^9}}")]
    [InlineData("(10^{1000000})! = 1")]
    [InlineData("\\sqrt[999999999]{2} = 1")]
    [InlineData("\\sum_{k=1}^{10^{12}} k = 1")]
    [InlineData("\\binom{10^{9}}{5 \\cdot 10^8} = 1")]
    [InlineData("2^{-999999999999} = 0")]
    [InlineData("\\tan(10^{1000}) = 0")]
    public void A_value_too_large_to_compute_is_given_up_and_not_computed(string text) => Read(text, isMath: true);

    [Fact]
    public void Ten_thousand_nested_brackets_are_read() =>
        Read(new string('(', 10_000) + "1" + new string(')', 10_000) + " = 1", isMath: true);

    private static void Read(string text, bool isMath)
    {
        var lexed = Lexer.Lex(text, [new NotationRegion(0, text.Length, isMath ? NotationMode.Math : NotationMode.Prose)],
            LexerOptions.Default);
        Assert.All(lexed.Tokens.Concat(lexed.Annotations.SelectMany(tokens => tokens)), token =>
            Assert.True(token.Start >= 0 && token.Length >= 0 && token.Start + token.Length <= text.Length));
        var judge = new LinkJudge(new NumericJudge());
        foreach (var chain in RelationFinder.Find(lexed.Tokens, ParserOptions.Default, TestContext.Current.CancellationToken))
        {
            Assert.All(chain.Members, member => Assert.True(member.Start >= 0 && member.Length >= 0 && member.End <= text.Length));
            for (var link = 0; link < chain.Signs.Length; link++)
                judge.Judge(lexed.Tokens, chain.Members[link], chain.Members[link + 1], ParserOptions.Default);
        }
    }
}

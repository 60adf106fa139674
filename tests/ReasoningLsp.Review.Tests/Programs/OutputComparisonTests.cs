using ReasoningLsp.Review.Programs;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Review.Tests.Programs;

public sealed class OutputComparisonTests
{
    [Theory]
    [InlineData("42", "42\n")]
    [InlineData("  42  ", "42")]
    [InlineData("a  b\nc", "a b\nc\n")]
    [InlineData("0.3", "0.30000000000000004")]
    [InlineData("0.3333", "0.3333333333333333")]
    [InlineData("1.0", "1")]
    [InlineData("1e-7", "1.0000000000000001e-07")]
    [InlineData("hello", "'hello'")]
    [InlineData("[1, 2, 3]", "[1,2,3]")]
    [InlineData("3", "1\n2\n3")]
    [InlineData("1\n3", "1\n2\n3")]
    public void The_same_is_the_same_however_it_is_written(string stated, string printed) => Verify(ProgramVerdict.Same, stated, printed);

    [Theory]
    [InlineData("41", "42")]
    [InlineData("0.31", "0.30000000000000004")]
    [InlineData("x = 41", "x = 42")]
    [InlineData("[1, 2, 4]", "[1, 2, 3]")]
    [InlineData("1\n2\n4", "1\n2\n3")]
    [InlineData("True", "False")]
    [InlineData("123456789012345678901234567891", "123456789012345678901234567890")]
    [InlineData("-5", "5")]
    public void A_number_that_was_not_printed_differs(string stated, string printed) => Verify(ProgramVerdict.Differs, stated, printed);

    [Theory]
    [InlineData("The answer is 42", "42")]
    [InlineData("{3, 1, 2}", "{1, 2, 3}")]
    [InlineData("1, 2, ...", "1, 2, 3")]
    [InlineData("1 2 …", "1 2 3")]
    [InlineData("Traceback (most recent call last): line 3", "42")]
    [InlineData("ZeroDivisionError: division by zero 1", "42")]
    [InlineData("<Foo object at 0x7f01>", "<Foo object at 0x12>")]
    [InlineData("0.5", "1/2")]
    [InlineData("1/2", "0.5")]
    [InlineData("12,000", "12000")]
    [InlineData("yes", "True")]
    [InlineData("42", "")]
    [InlineData("odd", "even")]
    public void In_doubt_nothing_is_said(string stated, string printed) => Verify(ProgramVerdict.Undecided, stated, printed);

    [Theory]
    [InlineData("41", ProgramVerdict.Differs)]
    [InlineData("[41]", ProgramVerdict.Differs)]
    [InlineData("41 apples", ProgramVerdict.Undecided)]
    [InlineData("$41$", ProgramVerdict.Undecided)]
    public void What_is_said_of_an_output_is_compared_only_where_it_is_a_bare_value(string stated, ProgramVerdict verdict) =>
        Assert.Equal(verdict, OutputComparison.Compare(new StatedOutput(0, MappedText.Verbatim(stated, 0), IsCopied: false), "42"));

    private static void Verify(ProgramVerdict verdict, string stated, string printed) =>
        Assert.Equal(verdict, OutputComparison.Compare(new StatedOutput(0, MappedText.Verbatim(stated, 0), IsCopied: true), printed));
}

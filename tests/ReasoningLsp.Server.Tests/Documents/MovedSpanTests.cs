using ReasoningLsp.Server.Documents;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class MovedSpanTests
{
    [Theory]
    [InlineData(0, 3, 0, 3)]
    [InlineData(4, 2, 4, 5)]
    [InlineData(10, 2, 13, 2)]
    [InlineData(3, 5, 3, 8)]
    public void What_stands_around_an_edit_moves_with_it(int start, int length, int movedStart, int movedLength) => Assert.Equal(
        new TextSpan(movedStart, movedLength), MovedSpan.Of(new TextSpan(start, length), [new TextEdit(new TextSpan(4, 2), "12345")]));

    [Fact]
    public void What_stands_after_several_edits_moves_by_all_of_them() => Assert.Equal(
        new TextSpan(13, 2), MovedSpan.Of(new TextSpan(10, 2), [new(new TextSpan(0, 1), "12"), new(new TextSpan(4, 2), "1234")]));
}

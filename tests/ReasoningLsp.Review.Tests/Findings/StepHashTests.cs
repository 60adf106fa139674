using ReasoningLsp.Review.Findings;
using Xunit;

namespace ReasoningLsp.Review.Tests.Findings;

public sealed class StepHashTests
{
    [Theory]
    [InlineData("2 + 2 = 5", " 2 +\t2\r\n= 5 ", true)]
    [InlineData("2 + 2 = 5", "2 + 2 = 6", false)]
    [InlineData("2 + 2", "2+2", false)]
    [InlineData("", "  ", true)]
    public void White_space_does_not_matter_and_everything_else_does(string left, string right, bool same) =>
        Assert.Equal(same, StepHash.Of(left) == StepHash.Of(right));

    [Fact]
    public void The_hash_is_part_of_the_file_formats_and_never_changes() => Assert.Equal("a2d9b3b0ec334d39", StepHash.Of("2 + 2 = 5"));
}

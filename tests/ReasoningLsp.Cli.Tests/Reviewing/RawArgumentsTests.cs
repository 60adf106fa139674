using ReasoningLsp.Cli.Hosting;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class RawArgumentsTests
{
    [Fact]
    public void A_name_that_is_no_UTF8_is_shown_in_its_bytes()
    {
        byte[] line = [.. "review\0é"u8, 0xFF, .. "b\n.md\0x"u8];
        Assert.Equal("é\\xFFb\\x0A.md", RawArguments.Strange(line));
        Assert.Null(RawArguments.Strange("review\0é\uFFFD.md\0"u8));
        Assert.Null(RawArguments.Problem(["review", "é.md"]));
    }
}

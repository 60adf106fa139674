using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using Xunit;

namespace ReasoningLsp.Server.Tests.Client;

public sealed class ClientProfileTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"general":null,"textDocument":7,"workspace":{"workspaceEdit":"yes"}}""")]
    public void What_a_client_did_not_say_it_cannot_do(string capabilities) =>
        Assert.Equal(ClientProfile.Silent, Of(capabilities));

    [Fact]
    public void What_it_said_it_can() =>
        Assert.Equal(ClientProfile.Silent with { PullsDiagnostics = true, MarkdownHover = true, FoldingLimit = 50 },
            Of("""{"textDocument":{"diagnostic":{},"hover":{"contentFormat":["markdown"]},"foldingRange":{"rangeLimit":50}}}"""));

    [Theory]
    [InlineData("""["utf-8","utf-16"]""", (int)PositionEncoding.Utf16)]
    [InlineData("""["utf-8"]""", (int)PositionEncoding.Utf8)]
    [InlineData("""["utf-32","utf-8"]""", (int)PositionEncoding.Utf32)]
    [InlineData("[]", (int)PositionEncoding.Utf16)]
    public void Positions_count_as_both_sides_can(string offered, int encoding) =>
        Assert.Equal((PositionEncoding)encoding, Of("{\"general\":{\"positionEncodings\":" + offered + "}}").Encoding);

    private static ClientProfile Of(string capabilities) =>
        ClientProfile.Of(JsonDocument.Parse(capabilities).RootElement);
}

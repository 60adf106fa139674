using System.Text.Json;
using ReasoningLsp.Server.Protocol;
using Xunit;

namespace ReasoningLsp.Server.Tests.Protocol;

public sealed class JsonPathTests
{
    private static readonly JsonPath s_json =
        new(JsonDocument.Parse("""{"a":{"b":true,"c":"x","d":7,"e":["y",1,"z"],"f":null,"g":1.5}}""").RootElement);

    [Fact]
    public void What_stands_there_is_read_as_what_it_is()
    {
        Assert.True(s_json.Flag("a.b"));
        Assert.Equal(("x", 7), (s_json.Word("a.c"), s_json.Number("a.d")));
        Assert.Equal(["y", "z"], s_json.Words("a.e"));
        Assert.Equal([1], s_json.Numbers("a.e"));
    }

    [Theory]
    [InlineData("a.x")]
    [InlineData("a.c.d")]
    [InlineData("a.f")]
    public void What_does_not_stand_there_is_nothing(string path)
    {
        Assert.False(s_json.Has(path));
        Assert.Null(s_json.Word(path));
        Assert.Null(s_json.Number(path));
    }

    [Fact]
    public void A_number_that_is_not_whole_is_no_number() => Assert.Null(s_json.Number("a.g"));

    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(5, 8, true)]
    [InlineData(6, 8, false)]
    public void Ranges_touch_where_they_share_a_place_or_an_edge(int start, int end, bool touch)
    {
        var range = new LspRange(new Position(0, 2), new Position(0, 5));
        Assert.Equal(touch, range.Touches(new LspRange(new Position(0, start), new Position(0, end))));
    }
}

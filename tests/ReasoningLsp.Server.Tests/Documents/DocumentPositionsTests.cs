using CsCheck;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Documents;

public sealed class DocumentPositionsTests
{
    private static readonly Gen<string> Text =
        Gen.OneOf("a", "é", "語", "🙂", "\n", "\r\n", "\r", "x = 1").Array[0, 20].Select(string.Concat);

    private static readonly PositionEncoding[] Encodings = [PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32];

    [Fact]
    public void A_place_goes_there_and_back() => Text.Sample(text => Assert.All(Encodings, encoding =>
    {
        var positions = new DocumentPositions(text, LineIndex.Of(text), encoding);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            // The middle of a pair or of a line end is no place.
            if (offset > 0 && offset < text.Length
                && (char.IsLowSurrogate(text[offset]) || (text[offset - 1] == '\r' && text[offset] == '\n')))
                continue;
            Assert.Equal(offset, positions.OffsetOf(positions.PositionOf(offset)));
        }
    }), iter: 500);

    [Theory]
    [InlineData(PositionEncoding.Utf8, 7)]
    [InlineData(PositionEncoding.Utf16, 4)]
    [InlineData(PositionEncoding.Utf32, 3)]
    internal void Each_encoding_counts_its_own_units(PositionEncoding encoding, int units)
    {
        const string Line = "aé🙂";
        var positions = new DocumentPositions(Line, LineIndex.Of(Line), encoding);
        Assert.Equal(new Position(0, units), positions.PositionOf(Line.Length));
        Assert.Equal(Line.Length, positions.OffsetOf(new Position(0, units)));
        Assert.Equal(Line.Length, positions.OffsetOf(new Position(0, 99)));
    }
}

using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class MappedTextTests
{
    // "a\nb" as JSON writes it at offset 10: a, an escape of two units, b.
    private static readonly MappedText Sample = MappedText.FromRuns("a\nb", [new(0, 10, 1, 1), new(1, 11, 1, 2), new(2, 13, 1, 1)]);

    [Theory]
    [InlineData(0, 3, 10, 4)]
    [InlineData(1, 1, 11, 2)]
    [InlineData(2, 1, 13, 1)]
    [InlineData(1, 0, 11, 0)]
    [InlineData(3, 0, 14, 0)]
    public void A_span_maps_to_all_it_was_written_as(int start, int length, int originalStart, int originalLength) =>
        Assert.Equal(new TextSpan(originalStart, originalLength), Sample.ToOriginal(new TextSpan(start, length)));

    [Fact]
    public void A_slice_and_a_shift_keep_the_places()
    {
        var slice = Sample.Shift(5).Slice(new TextSpan(1, 2));
        Assert.Equal("\nb", slice.Text);
        Assert.Equal(new TextSpan(16, 3), slice.ToOriginal(new TextSpan(0, 2)));
    }

    [Fact]
    public void Text_within_text_maps_all_the_way()
    {
        var inner = MappedText.FromRuns("xb", [new(0, 1, 1, 0), new(1, 2, 1, 1)]);
        var through = inner.Through(Sample);
        Assert.Equal(new TextSpan(13, 1), through.ToOriginal(new TextSpan(1, 1)));
        Assert.Equal(0, through.ToOriginal(new TextSpan(0, 1)).Length);
    }

    [Fact]
    public void Empty_text_has_a_place() => Assert.Equal(new TextSpan(7, 0), MappedText.Verbatim("", 7).ToOriginal(new TextSpan(0, 0)));
}

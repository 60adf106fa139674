using System.Text;
using CsCheck;
using ReasoningLsp.Runs.Storage;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Storage;

/// <summary>Wherever a file is cut off, going on from its tail makes the same file.</summary>
public sealed class RunTailTests
{
    [Fact]
    public void A_cut_anywhere_is_gone_on_from()
    {
        // Inputs with one to three lines each, as a record with several solutions has.
        Gen.Int[1, 3].Array[1, 30].Select(Gen.Double[0, 1]).Sample((lines, share) =>
        {
            var units = lines.Select((count, unit) => string.Concat(Enumerable.Repeat($"{{\"unit\":{unit},\"x\":\"é\"}}\n", count)))
                .ToList();
            var whole = Encoding.UTF8.GetBytes(string.Concat(units));
            var cut = whole.AsSpan(0, (int)(share * whole.Length)).ToArray();
            var tail = RunTail.Of(new MemoryStream(cut), Shard.Whole);
            var again = cut.AsSpan(0, (int)tail.Length).ToArray()
                .Concat(Encoding.UTF8.GetBytes(string.Concat(units.Skip((int)tail.NextUnit))));
            return whole.AsSpan().SequenceEqual(again.ToArray());
        }, iter: 2000);
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("{\"unit\":1}\n", 0, 1)]
    [InlineData("{\"unit\":1}\n{\"unit\":6}\n", 11, 6)]
    [InlineData("{\"unit\":1}\n{\"unit\":6}\n\0\0\0\0\n", 11, 6)]
    [InlineData("{\"unit\":1}\n{\"unit\":6}\n{\"unit\":2}\n", 11, 6)]
    [InlineData("{\"unit\":1}\n{\"unit\":6}\n{\"unit\":16}\n", 11, 6)]
    [InlineData("{\"unit\":1}\n{\"unit\":6}\n{\"unit\":11,\"x\"}\n", 11, 6)]
    [InlineData("{\"unit\":0}\n{\"unit\":1}\n", 0, 0)]
    public void What_is_kept_ends_before_the_last_input_and_before_damage(string text, long length, long next) =>
        Assert.Equal(new RunTail(length, next), RunTail.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), new Shard(1, 5)));

    [Fact]
    public void A_line_longer_than_the_buffer_is_one_line()
    {
        var text = "{\"unit\":0}\n{\"unit\":1,\"x\":\"" + new string('x', 3 << 20) + "\"}\n{\"unit\":2}\n";
        Assert.Equal(2, RunTail.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), Shard.Whole).NextUnit);
    }

    [Theory, InlineData("0/8", 0, 8), InlineData("7/8", 7, 8)]
    public void A_part_is_written_with_a_slash(string text, int index, int count) =>
        Assert.Equal(new Shard(index, count), Shard.Parse(text));

    [Theory, InlineData("8/8"), InlineData("-1/8"), InlineData("1"), InlineData("a/b"), InlineData("/2")]
    public void Anything_else_is_no_part(string text) => Assert.Null(Shard.Parse(text));

    [Theory, InlineData("a"), InlineData("run-1.2_x")]
    public void A_name_is_a_file_name(string name) => Assert.True(RunFolder.IsName(name));

    [Theory, InlineData(""), InlineData(".."), InlineData("a/b"), InlineData("-x"), InlineData("a\n")]
    public void A_path_is_no_name(string name) => Assert.False(RunFolder.IsName(name));
}

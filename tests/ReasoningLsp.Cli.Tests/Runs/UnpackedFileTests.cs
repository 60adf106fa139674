using System.IO.Compression;
using System.Text;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>A packed file is read as a whole, or told to be cut off.</summary>
public sealed class UnpackedFileTests
{
    [Fact]
    public void Wherever_it_is_cut_off_it_is_told()
    {
        var packed = Packed(flushed: true);
        for (var length = 0; length < packed.Length; length++)
        {
            using var file = new UnpackedFile(new MemoryStream(packed, 0, length));
            var error = Record.Exception(() => file.CopyTo(Stream.Null));
            if (length > 0)
                Assert.Contains("cut off or damaged", Assert.IsType<InvalidDataException>(error).Message, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Archives_one_behind_the_other_are_read_whole(int count)
    {
        byte[] packed = [.. Enumerable.Repeat(Packed(flushed: count == 2), count).SelectMany(each => each)];
        using var file = new UnpackedFile(new MemoryStream(packed));
        using var read = new MemoryStream();
        file.CopyTo(read);
        Assert.Equal(string.Concat(Enumerable.Repeat(KeptRunTests.Records(900), count)), Encoding.UTF8.GetString(read.ToArray()));
    }

    [Fact]
    public async Task A_review_of_half_a_file_ends_with_trouble()
    {
        using var folder = new TestFolder();
        var packed = Packed(flushed: true);
        await File.WriteAllBytesAsync(folder.At("a.jsonl.gz"), packed[..(packed.Length / 2)], TestContext.Current.CancellationToken);
        packed[packed.Length - 6] ^= 1;
        await File.WriteAllBytesAsync(folder.At("b.jsonl.gz"), packed, TestContext.Current.CancellationToken);
        foreach (var arguments in (string[][])[["a.jsonl.gz"], ["b.jsonl.gz"], ["a.jsonl.gz", "--run", "r"]])
        {
            var run = await TestProgram.RunAsync(folder, ["review", .. arguments]);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains($"{arguments[0]}: This file cannot be read: the archive is cut off or damaged", run.Error,
                StringComparison.Ordinal);
        }

        // Of so little nothing can be unpacked.
        await File.WriteAllBytesAsync(folder.At("c.jsonl.gz"), packed[..12], TestContext.Current.CancellationToken);
        Assert.Contains("The run s stops here and is not complete: c.jsonl.gz lacks its end.",
            (await TestProgram.RunAsync(folder, "review", "c.jsonl.gz", "--run", "s")).Error, StringComparison.Ordinal);

        // What lacks its end is no run that is complete, nor does the same command make it one.
        for (var time = 0; time < 2; time++)
        {
            var again = await TestProgram.RunAsync(folder, "review", "a.jsonl.gz", "--run", "r");
            Assert.Equal(2, again.ExitCode);
            Assert.Contains("The run r stops here and is not complete: a.jsonl.gz lacks its end.", again.Error, StringComparison.Ordinal);
        }

        Assert.Equal(["r  not complete", "s  not complete"], (await TestProgram.RunAsync(folder, "run", "list")).Lines);
    }

    private static byte[] Packed(bool flushed)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            foreach (var lines in KeptRunTests.Records(900).Chunk(9000).Select(part => new string(part)))
            {
                gzip.Write(Encoding.UTF8.GetBytes(lines));
                if (flushed)
                    gzip.Flush();
            }
        }

        return packed.ToArray();
    }
}

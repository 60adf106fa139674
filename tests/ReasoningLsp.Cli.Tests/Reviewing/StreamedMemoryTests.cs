using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Reads the heap's size, so it runs alone: what other tests allocate meanwhile would count.</summary>
[Trait("Category", "Long")]
[Collection(MemoryMeasurement.Name)]
public sealed class StreamedMemoryTests
{
    [Fact]
    public async Task Memory_stays_flat_however_many_records_stream_by()
    {
        using var folder = new TestFolder();
        using var input = new EndlessRecords(LongRun.Size(50_000, 1_000_000));
        await TestProgram.RunAsync(folder, input, ["review", "-", "--stdin-format", "jsonl", "--format", "jsonl", "--output", "out.jsonl"],
            options => new Reviewer(options), null, TestContext.Current.CancellationToken);
        Assert.Equal(input.Records, File.ReadLines(folder.At("out.jsonl")).Count());
        Assert.InRange(input.MostMemory - input.FirstMemory, long.MinValue, 100L << 20);
    }

    /// <summary>Records made as they are read, and the memory in use meanwhile.</summary>
    private sealed class EndlessRecords(int count) : MemoryStream
    {
        private readonly byte[] _record =
            "{\"id\": \"r\", \"problem\": \"How many?\", \"steps\": [\"First, 2 + 3 = 5.\", \"Then 5 * 4 = 20 apples.\"]}\n"u8.ToArray();
        private int _left = count;

        public int Records { get; private set; }

        public long FirstMemory { get; private set; }

        public long MostMemory { get; private set; }

        public override int Read(byte[] buffer, int offset, int length)
        {
            var records = Math.Min(_left, length / _record.Length);
            for (var record = 0; record < records; record++)
                _record.CopyTo(buffer, offset + (record * _record.Length));
            _left -= records;
            Records += records;
            var memory = GC.GetTotalMemory(forceFullCollection: false);
            FirstMemory = FirstMemory == 0 ? memory : FirstMemory;
            MostMemory = Math.Max(MostMemory, memory);
            return records * _record.Length;
        }

        public override int Read(Span<byte> buffer)
        {
            var own = new byte[buffer.Length];
            var read = Read(own, 0, own.Length);
            own.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
    }
}

using System.Text;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

[Collection(MemoryMeasurement.Name)]
public sealed class JsonLinesTraceReaderTests
{
    private static JsonLine[] Read(byte[] bytes) =>
        [.. JsonLinesTraceReader.ReadLines(new MemoryStream(bytes), TestContext.Current.CancellationToken)];

    [Fact]
    public void Lines_know_their_number_their_record_and_their_offset()
    {
        var lines = Read(Encoding.UTF8.GetBytes("{\"a\":\"é\"}\r\n\n{}\n{\"b\":1}"));
        Assert.Equal([("{\"a\":\"é\"}", 0, 0, 0L), ("{}", 2, 1, 12L), ("{\"b\":1}", 3, 2, 15L)],
            lines.Select(line => (line.Text, line.Number, line.Record, line.Offset)));
    }

    [Fact]
    public void A_record_read_alone_equals_the_record_in_its_file()
    {
        const string Text = "{\"steps\":[\"Step 1: a\"],\"id\":\"x\"}\n\n{\"steps\":[\"b\",]}\n{\"response\":\"c\\n\\nd\"}\n";
        var whole = TraceReader.Read(Text, TraceFormat.JsonLines);
        var lines = Read(Encoding.UTF8.GetBytes(Text));
        Assert.Equal(whole.Traces.Length, lines.Length);
        foreach (var line in lines)
        {
            var alone = JsonLinesTraceReader.ReadRecord(line).Traces[0];
            var inFile = whole.Traces[line.Record];
            Assert.Equal(inFile.Index, alone.Index);
            Assert.Equal(inFile.Steps.Select(step => (step.Text.Text, step.Label, step.Span)),
                alone.Steps.Select(step => (step.Text.Text, step.Label, step.Span.Shift((int)line.Offset))));
            Assert.Equal(inFile.Errors.Select(error => error.Message), alone.Errors.Select(error => error.Message));
        }
    }

    [Fact]
    public void Marks_and_other_encodings_are_read()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
            Assert.Equal("{\"a\":\"é😀\"}", Read([.. encoding.GetPreamble(), .. encoding.GetBytes("{\"a\":\"é😀\"}\n")])[0].Text);
    }

    [Fact]
    public void Invalid_bytes_are_reported_with_their_record()
    {
        var lines = Read([.. "{\"steps\":[\"a\"]}\n{\"steps\":[\""u8, 0xFF, .. "\"]}\n"u8]);
        Assert.Null(lines[0].Error);
        var document = JsonLinesTraceReader.ReadRecord(lines[1]);
        Assert.Equal("invalid-utf8", Assert.Single(document.Errors).Code);
        Assert.Equal("\uFFFD", document.Traces[0].Steps[0].Text.Text);
    }

    [Fact]
    public void Lines_longer_than_the_buffer_come_whole_from_streams_that_give_little_at_a_time()
    {
        var text = string.Concat(
            Enumerable.Range(0, 50).Select(index => $"{{\"id\":{index},\"x\":\"{new string('y', index * 4000)}\"}}\n"));
        var lines = JsonLinesTraceReader.ReadLines(new Trickle(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken)
            .ToArray();
        Assert.Equal(text, string.Concat(lines.Select(line => line.Text + "\n")));
    }

    [Fact]
    public void A_hundred_thousand_records_need_the_memory_of_one()
    {
        var record = Encoding.UTF8.GetBytes("{\"problem\":\"p\",\"steps\":[\"Step 1: a = 1\",\"Step 2: b = 2\"]}\n");
        var count = 0;
        long steps = 0, peak = 0;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var line in JsonLinesTraceReader.ReadLines(new Repeat(record, 100_000), TestContext.Current.CancellationToken))
        {
            steps += JsonLinesTraceReader.ReadRecord(line).Traces[0].Steps.Length;
            if (++count % 20_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal((100_000, 200_000L), (count, steps));
        Assert.InRange(peak, long.MinValue, 8 << 20);
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));
    }

    private sealed class Repeat(byte[] record, int times) : MemoryStream
    {
        private long _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var left = (int)Math.Min(count, ((long)record.Length * times) - _at);
            for (var index = 0; index < left; index++)
                buffer[offset + index] = record[(_at + index) % record.Length];
            _at += left;
            return left;
        }
    }
}

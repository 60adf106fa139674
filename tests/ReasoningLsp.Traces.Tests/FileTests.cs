using System.Text;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

public sealed class FileTests
{
    [Fact]
    public void A_byte_order_mark_names_the_encoding_and_is_no_text()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("x = 3 é😀")];
            var decoded = TraceFile.Decode(bytes);
            Assert.Equal(("x = 3 é😀", true), (decoded.Text, decoded.HasByteOrderMark));
            Assert.Empty(decoded.Errors);
            Assert.Equal(bytes, decoded.Encode(decoded.Text));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced_and_reported_once_with_their_place()
    {
        var decoded = TraceFile.Decode([(byte)'a', 0xC3, 0xA9, 0xFF, (byte)'b', 0xFE]);
        Assert.Equal("aé\uFFFDb\uFFFD", decoded.Text);
        var error = Assert.Single(decoded.Errors);
        Assert.Equal(("invalid-utf8", new TextSpan(2, 1)), (error.Code, error.Span));
    }

    [Theory]
    [InlineData("Übung: 17 × 24 = 398 für Dosen\n")]
    [InlineData("Step 1: “So” 17 × 24 = 398 – done, that’s 5 €\n")]
    [InlineData("La réponse : 3² + 4² = 5² à vérifier\n")]
    public void Bytes_of_Windows_1252_are_read_where_nothing_says_otherwise_and_come_out_as_they_were(string text)
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var bytes = western.GetBytes(text);
        var decoded = TraceFile.Decode(bytes);
        Assert.Equal((text, true, 0), (decoded.Text, decoded.IsGuessed, decoded.Errors.Length));
        Assert.Equal(bytes, decoded.Encode(decoded.Text));
        Assert.Throws<IOException>(() => decoded.Encode(text + "≈"));
    }

    [Theory]
    [InlineData(1251, "Решение: 17 · 24 = 398\n")]
    [InlineData(1250, "Wynik była liczbą: 17 · 24 = 398\n")]
    [InlineData(936, "答案是 17 × 24 = 398\n")]
    [InlineData(1252, "{\"solution\": \"17 × 24 = 398\"}")]
    [InlineData(437, "17 * 24 = 398 \u00E8\u00E5\u00EC\n")]
    public void Bytes_that_may_be_of_another_encoding_are_reported(int codePage, string text)
    {
        var decoded = TraceFile.Decode(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text));
        Assert.False(decoded.IsGuessed);
        Assert.Equal("invalid-utf8", Assert.Single(decoded.Errors).Code);
    }

    [Fact]
    public void What_is_no_text_is_told_apart()
    {
        Assert.Contains("packed", BinaryContent.Refusal("PK\u0003\u0004abc"u8), StringComparison.Ordinal);
        Assert.Contains("PDF", BinaryContent.Refusal("%PDF-1.7\n"u8), StringComparison.Ordinal);
        Assert.Contains("UTF-16", BinaryContent.Refusal(Encoding.Unicode.GetBytes("Step 1: 2 + 2 = 5")), StringComparison.Ordinal);
        Assert.Null(BinaryContent.Refusal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Step 1")]));
        Assert.Null(BinaryContent.Refusal("Step 1: 2 + 2 = 5\n"u8));
        Assert.Contains("control characters", BinaryContent.Refusal([.. Enumerable.Range(0, 256).Select(each => (byte)each)]),
            StringComparison.Ordinal);
        Assert.Null(BinaryContent.Refusal("\u001b[31mStep 1\u001b[0m:\t2 + 2 = 5\r\n\u0001"u8));
        Assert.Null(BinaryContent.Refusal([]));
    }

    [Fact]
    public async Task A_file_is_loaded_as_it_is()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, [0xEF, 0xBB, 0xBF, (byte)'x', (byte)'\r', (byte)'\n'],
                TestContext.Current.CancellationToken);
            Assert.Equal("x\r\n", (await TraceFile.LoadAsync(path, TestContext.Current.CancellationToken)).Text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("a/b.md", TraceFormat.Markdown)]
    [InlineData("b.TEX", TraceFormat.Latex)]
    [InlineData("b.solution.txt", TraceFormat.PlainText)]
    [InlineData("b.json", TraceFormat.Json)]
    [InlineData("b.trace.jsonl", TraceFormat.JsonLines)]
    [InlineData("b.cs", null)]
    [InlineData("README", null)]
    public void The_suffix_names_the_format(string path, TraceFormat? format) => Assert.Equal(format, TraceFormats.FromPath(path));

    [Theory]
    [InlineData("{\"steps\":[]}", TraceFormat.Json)]
    [InlineData("{\n  \"steps\": [\n  \"a\"]\n}\n", TraceFormat.Json)]
    [InlineData("[{\"steps\":[]}]", TraceFormat.Json)]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", TraceFormat.JsonLines)]
    [InlineData("{\"a\":1,}\n{\"a\":2}\n", TraceFormat.JsonLines)]
    [InlineData("[1] is a reference", TraceFormat.Markdown)]
    [InlineData("\\documentclass{article}", TraceFormat.Latex)]
    [InlineData("Step 1: x", TraceFormat.Markdown)]
    public void The_content_tells_where_no_suffix_does(string text, TraceFormat format) =>
        Assert.Equal(format, TraceFormats.FromContent(text));

    [Theory]
    [InlineData("a.solution.md", "", true)]
    [InlineData("a.TRACE.JSONL", "", true)]
    [InlineData("a.trace.json", "", true)]
    [InlineData("README.md", "# Tool\n", false)]
    [InlineData("a.md", "---\ntitle: x\n---\n", false)]
    [InlineData("a.md", "---\ntitle: x\nanswer: 3\n---\n", true)]
    [InlineData("a.md", "# T\n\n<!-- reasoning-review -->\n", true)]
    [InlineData("a.md", "1\n2\n3\n4\n5\n<!-- reasoning-review -->\n", false)]
    [InlineData("a.tex", "% reasoning-review\n", true)]
    [InlineData("data.json", "<!-- reasoning-review -->", false)]
    [InlineData("a.md", "We do reasoning-review here.\n", false)]
    public void A_file_is_reviewed_where_it_asks_for_it(string path, string text, bool applies) =>
        Assert.Equal(applies, OptIn.Applies(path, text));

    [Fact]
    public void A_stream_is_read_up_to_a_limit_and_no_further()
    {
        var text = new byte[3_000_000];
        using var stream = new MemoryStream(text);
        Assert.Equal(text.Length, BoundedFile.Read(stream, text.Length).Length);
        stream.Position = 0;
        Assert.Throws<IOException>(() => BoundedFile.Read(stream, text.Length - 1));
    }
}

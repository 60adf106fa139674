using System.Text;
using CsCheck;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Nothing that a file can hold crashes or stalls the readers, or moves a span outside the text.</summary>
[Trait("Category", "Long")]
public sealed class HostileTests
{
    private static readonly TraceFormat[] Formats = Enum.GetValues<TraceFormat>();

    private static readonly string[] Samples =
    [
        "---\nproblem: |\n  x\nanswer: 3\n---\n# Problem 1\n\nWhat is $2+2$?\n\n## Solution\n\n**Step 1:** $$a\n- b$$\n\n> "
            + "quoted\n\n1. one\n   - two `code`\n\n```py\nx\n```\n\n<!-- reasoning-disable-step RR101 -->\n\n**Answer:** 4\n",
        "\\begin{document}\\begin{problem}x % y\n\\end{problem}\n\\begin{enumerate}\\item $a$\n\n\\item "
            + "\\begin{align}a&=b\\\\c&=d\\end{align}\\end{enumerate}\\end{document}",
        "{\"id\":1,\"problem\":\"\\u00e9\",\"steps\":[\"Step 1: a\\nb\",{\"text\":\"c\"}],\"answer\":[1,\"2\"]}\n"
            + "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":\"<think>a</think>\\n\\nb\"}]}\n",
        "<think>a\n\nb</think>Q: x\nA: 1. y\n\nStep 2: z\nAnswer: 5 $6 \\[ 7\n",
    ];

    [Fact]
    public void Samples_cut_short_and_scrambled_are_read()
    {
        var places = Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Double[0, 1].Array[1, 8], Gen.Char.Array[1, 8], Gen.Int[0, 3]);
        places.Sample((sample, where, what, how) =>
        {
            var text = new StringBuilder(Samples[sample]);
            for (var index = 0; index < where.Length && text.Length > 0; index++)
            {
                var at = Math.Min(text.Length - 1, (int)(where[index] * text.Length));
                if (how == 0)
                    text.Length = at;
                else if (how == 1)
                    text.Remove(at, Math.Min(text.Length - at, 1 + (index * 3)));
                else
                    text.Insert(at, what[index % what.Length]);
            }

            foreach (var format in Formats)
                Invariants.Check(TraceReader.Read(text.ToString(), format));
        }, iter: LongRun.Size(1500, 150_000));
    }

    [Fact]
    public void Random_bytes_are_read() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        var decoded = TraceFile.Decode(bytes);
        foreach (var format in Formats)
            Invariants.Check(TraceReader.Read(decoded.Text, format));
        foreach (var line in JsonLinesTraceReader.ReadLines(new MemoryStream(bytes), CancellationToken.None))
            Invariants.Check(JsonLinesTraceReader.ReadRecord(line) with { Text = line.Text, Traces = [] });
    }, iter: LongRun.Size(2000, 200_000));

    [Fact]
    public void Fragments_of_every_format_in_any_order_are_read()
    {
        foreach (var format in Formats)
            Generators.Text(format, 80).Sample(text => Invariants.Check(TraceReader.Read(text, format)), iter: LongRun.Size(1500, 150_000));
    }

    // What takes quadratic time takes minutes here.
    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("* * ")]
    [InlineData("- a\n")]
    [InlineData("- a\n\n")]
    [InlineData("a\n=\n")]
    [InlineData("a\n---\n")]
    [InlineData("# a\n")]
    [InlineData("`")]
    [InlineData("`a``b")]
    [InlineData("<!--")]
    [InlineData("<!--\n\n")]
    [InlineData("<!-- a -->")]
    [InlineData("<think>")]
    [InlineData("<think>a</think>")]
    [InlineData("x <think> y\n")]
    [InlineData("```\n")]
    [InlineData("~~~\n\n")]
    [InlineData("$")]
    [InlineData("$$\n\n")]
    [InlineData("\\[\n\n")]
    [InlineData("\\begin{align}\n\n")]
    [InlineData("\\begin{align}a\\\\b\\end{align}\n\n")]
    [InlineData("a &= b \\\\ ")]
    [InlineData("**")]
    [InlineData("**a** ")]
    [InlineData("**Step 1:** a\n")]
    [InlineData("Step 1: a\n")]
    [InlineData("Problem: a\n\n")]
    [InlineData("Answer: a\n\n")]
    [InlineData("Q: a\nA: b\n")]
    [InlineData("1. a\n")]
    [InlineData("[")]
    [InlineData("[a]: b\n")]
    [InlineData("\\item ")]
    [InlineData("\\item a % b\n")]
    [InlineData("\\begin{enumerate}")]
    [InlineData("\\begin{verbatim}\n\n")]
    [InlineData("\\begin{comment}\n")]
    [InlineData("\\section{")]
    [InlineData("\\noindent ")]
    [InlineData("\\textbf{")]
    [InlineData("% reasoning-disable-step RR101\n\n")]
    [InlineData("{\"steps\":[")]
    [InlineData("{\"steps\":[\"a\"]}\n")]
    [InlineData("{}\n")]
    [InlineData("\"\\u0041")]
    [InlineData("\\u0041")]
    [InlineData("\r")]
    [InlineData("\ud800")]
    [InlineData(" ")]
    public void Much_of_one_thing_is_read_in_every_format(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, LongRun.Size(200_000, 4_000_000) / piece.Length));
        foreach (var format in Formats)
            Assert.NotNull(TraceReader.Read(text, format));
    }

    [Fact]
    public void The_same_thing_in_front_matter_or_in_a_string_is_read()
    {
        foreach (var piece in new[] { "[", "{", "- ", "&a ", "? ", "a: ", "\"", "|\n", "\\\\", "\\n", "\\n\\n- ", "> " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
            Assert.NotNull(TraceReader.Read("---\nhints: " + text + "\n---\nx\n", TraceFormat.Markdown));
            Assert.NotNull(TraceReader.Read("{\"response\":\"" + text + "\"}", TraceFormat.Json));
        }
    }
}

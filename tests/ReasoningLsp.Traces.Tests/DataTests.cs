using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Segments;
using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>The readers on real records: the whole sets where they are at hand, else their slices.</summary>
public sealed class DataTests
{
    public static TheoryData<string> Sets =>
    [
        "gsm8k/test.jsonl", "math/test.jsonl", "processbench/gsm8k.jsonl", "processbench/math.jsonl", "processbench/olympiadbench.jsonl",
        "processbench/omnimath.jsonl", "prm800k/validation2pct.jsonl", "mrben/math.jsonl", "mrgsm8k/wrong_solutions.jsonl",
        "gaokao_zh/math1_open.jsonl", "mgsm/exemplars.jsonl", "bigbench_mistake/multistep_arithmetic.jsonl",
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_record_is_read_and_every_place_is_exact(string set)
    {
        var unclosed = 0;
        var steps = 0;
        foreach (var line in Lines(set))
        {
            var document = JsonLinesTraceReader.ReadRecord(line);
            var trace = Assert.Single(document.Traces);
            Assert.NotNull(trace.Problem);
            Assert.NotEmpty(trace.Steps);
            Invariants.Check(document with { Traces = [trace with { Index = 0 }] });
            Assert.All(trace.Errors, error => Assert.Equal("unclosed-maths", error.Code));
            unclosed += trace.Errors.Length;
            steps += trace.Steps.Length;
        }

        // Each that was looked at is a slip in the text; one in a thousand steps would be a slip here.
        Assert.InRange(unclosed, 0, 1 + (steps / 1000));
    }

    [Fact]
    public void Money_in_word_problems_is_prose()
    {
        int dollars = 0, inMath = 0;
        foreach (var text in Texts("gsm8k/test.jsonl"))
        {
            dollars += text.Count(unit => unit == '$');
            inMath += TextSegmenter.Segment(text, []).Where(IsMath)
                .Sum(segment => text.AsSpan(segment.Whole.Start, segment.Whole.Length).Count('$'));
        }

        Assert.True(dollars > 20);
        Assert.InRange(inMath, 0, dollars / 1000);
    }

    [Fact]
    public void Mathematics_in_competition_solutions_is_found_to_the_last_dollar()
    {
        int inMath = 0, left = 0;
        foreach (var text in Texts("math/test.jsonl"))
        {
            foreach (var segment in TextSegmenter.Segment(text, []))
            {
                var part = text[segment.Whole.Start..segment.Whole.End];
                if (IsMath(segment))
                    inMath++;
                else if (segment.Kind == SegmentKind.Prose)
                    left += part.Replace("\\$", "", StringComparison.Ordinal).Count(unit => unit == '$');
            }
        }

        Assert.True(inMath > 100);
        Assert.InRange(left, 0, 1 + (inMath / 2000));
    }

    [Fact]
    public void A_record_written_as_Markdown_has_the_same_steps()
    {
        foreach (var line in Lines("gsm8k/test.jsonl").Take(300))
        {
            var trace = JsonLinesTraceReader.ReadRecord(line).Traces[0];
            var text = $"## Problem\n\n{trace.Problem!.Text}\n\n## Solution\n\n" + string.Join("\n\n",
                trace.Steps.Select((step, index) => $"Step {index + 1}: {step.Text.Text}"));
            var read = Assert.Single(TraceReader.Read(text, TraceFormat.Markdown).Traces);
            Assert.Equal(trace.Steps.Select(step => step.Text.Text.Trim()), read.Steps.Select(step => step.Text.Text));
            Assert.Equal(trace.Problem.Text.Trim(), read.Problem?.Text);
        }
    }

    private static bool IsMath(Segment segment) => segment.Kind is SegmentKind.InlineMath or SegmentKind.DisplayMath;

    private static IEnumerable<string> Texts(string set) =>
        Lines(set).Select(line => JsonLinesTraceReader.ReadRecord(line).Traces[0])
            .SelectMany(trace => trace.Steps.Select(step => step.Text.Text).Prepend(trace.Problem!.Text));

    private static JsonLine[] Lines(string set)
    {
        using var stream = File.OpenRead(Slices.FullOrSlice(set));
        return [.. JsonLinesTraceReader.ReadLines(stream, CancellationToken.None)];
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Segments;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>GSM8K: the answer is the worked solution, a step a line, and <c>####</c> stands before the result.</summary>
internal sealed class WorkedAnswerShape() : RecordShape(
    "GSM8K", """{"question": "…", "answer": "17 * 23 = <<17*23=391>>391 eggs\n#### 391"}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("answer", "\""),
        new("question|problem|query|prompt|input", "\"", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var whole = record.String("answer")!;
        var text = whole.Text;
        var result = text.LastIndexOf("####", StringComparison.Ordinal);
        if (result < 0 && !text.Contains("<<", StringComparison.Ordinal))
            return WorkedText.Is(text) ? [With(SolutionText.Split(whole), record)] : null;
        var steps = new List<(MappedText?, TextSpan)>();
        var end = result < 0 ? text.Length : result;
        for (var at = 0; at < end; at = Lines.AfterBreak(text, Lines.EndOfLine(text, at, text.Length)))
        {
            var span = TextSpan.FromBounds(at, Lines.EndOfLine(text, at, end));
            if (!text.AsSpan(at, span.Length).IsWhiteSpace())
                steps.Add((whole.Slice(span), whole.ToOriginal(span)));
        }

        var solution = JsonSteps.Read(steps, errors);
        if (result >= 0)
            solution = solution with { FinalAnswer = Trimmed(whole, result + 4) };
        return steps.Count == 0 ? null : [With(solution, record)];
    }

    private static RecordSolution With(SolutionText solution, JsonObjectPlace record) =>
        new(solution) { HasNoReference = true, Reference = CommonKeys.ReferenceBesideAnswer(record) };

    public override string Lack(JsonObjectPlace record) => "its \"answer\" says a result and no way to it";

    private static MappedText Trimmed(MappedText whole, int from)
    {
        var text = whole.Text;
        var start = Lines.SkipSpace(text, from, text.Length);
        return whole.Slice(TextSpan.FromBounds(start, Math.Max(start, text.TrimEnd().Length)));
    }
}

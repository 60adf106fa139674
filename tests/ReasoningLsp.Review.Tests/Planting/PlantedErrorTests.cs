using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>How often a wrong result in a right solution is found, and its correction offered and right.</summary>
public sealed class PlantedErrorTests(ITestOutputHelper output)
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);
    private readonly AnswerComparer _answers = new();

    [Theory]
    [InlineData(false, 1, 80)]
    [InlineData(false, 2, 80)]
    [InlineData(true, 1, 70)]
    [InlineData(true, 2, 70)]
    public void A_planted_error_is_corrected(bool isCarried, int seed, int leastOffered)
    {
        var counts = PlantedErrorCounts.None;
        var planter = new ErrorPlanter(seed);
        var wrong = new List<string>();
        foreach (var solution in AnnotatedSolution.ReadAll(Slices.FullOrSlice("gsm8k/test.jsonl")).Where(IsClean))
        {
            if (planter.Plant(solution, isCarried) is not { } planted)
                continue;
            var (isFound, fix) = Correct(planted, isCarried);
            var isRestored = fix is not null && IsRestored(planted, fix);
            if (fix is not null && !isRestored)
                wrong.Add($"{solution.Id} {planted.Description}");
            counts = new PlantedErrorCounts(counts.Planted + 1, counts.Found + (isFound ? 1 : 0), counts.Offered + (fix is null ? 0 : 1),
                counts.Restored + (isRestored ? 1 : 0));
        }

        output.WriteLine(counts.ToString());
        Assert.Empty(wrong);
        Assert.True(counts.Planted >= 10, counts.ToString());
        Assert.True(counts.Restored * 100 >= counts.Planted * leastOffered, counts.ToString());
    }

    private bool IsClean(AnnotatedSolution solution) =>
        _reviewer.Review(Read(new PlantedError(solution, solution.Steps, 0, string.Empty)).Traces[0], CancellationToken.None).Findings.All(
        IsOfForm);

    private (bool IsFound, Fix? Fix) Correct(PlantedError planted, bool isCarried)
    {
        var document = Read(planted);
        var review = _reviewer.Review(document.Traces[0], CancellationToken.None);
        if (review.Findings.FirstOrDefault(
            finding => finding.Step == planted.Step && finding.Rule.Id.StartsWith("RR1", StringComparison.Ordinal)) is not { } finding)
            return (false, null);
        var whole = new Propagation(_reviewer.Review).For(document, review, finding, CancellationToken.None);
        return (true, isCarried ? whole : whole ?? finding.Fixes.FirstOrDefault());
    }

    private bool IsRestored(PlantedError planted, Fix fix)
    {
        var document = Read(planted);
        var mended = TraceReader.Apply(document, fix.Edits).Traces[0];
        var touched = document.Traces[0].Steps.Where(step => fix.Edits.Any(edit => step.Span.Touches(edit.Span)))
            .Select(step => step.Index);
        var answer = mended.Steps[^1].Text.Text;
        return touched.All(planted.Changed.Contains)
            && _reviewer.Review(mended, CancellationToken.None).Findings.All(IsOfForm)
            && mended.Steps.Select((step,
                i) => WrittenNumbers.In(step.Text.Text).Select(number => number.Value)
                .SequenceEqual(WrittenNumbers.In(planted.Source.Steps[i]).Select(number => number.Value))).All(same => same)
            && (_answers.Compare(planted.Source.Answer, answer, AnswerOptions.Default) != false
                || _answers.Compare(planted.Source.Answer, planted.Source.Steps[^1], AnswerOptions.Default) == false);
    }

    private static bool IsOfForm(Finding finding) => finding.Rule.Id.StartsWith("RR2", StringComparison.Ordinal);

    private static TraceDocument Read(PlantedError planted) => TraceReader.Read(planted.Line, TraceFormat.JsonLines);
}

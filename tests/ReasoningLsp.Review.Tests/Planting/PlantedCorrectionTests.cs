using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>How often a verified correction of a planted error is offered, and that every verified one restores the solution.</summary>
public sealed class PlantedCorrectionTests(ITestOutputHelper output)
{
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);
    private readonly AnswerComparer _answers = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_verified_correction_is_offered_and_right(bool isCarried)
    {
        var corrector = new Corrector(_reviewer.Review, null, null);
        var planter = new ErrorPlanter(3);
        var (count, offered) = (0, 0);
        var wrong = new List<string>();
        var doubts = new List<string>();
        foreach (var solution in AnnotatedSolution.ReadAll(Slices.FullOrSlice("gsm8k/test.jsonl")))
        {
            if (!IsClean(new PlantedError(solution, solution.Steps, 0, string.Empty))
                || planter.Plant(solution, isCarried) is not { } planted)
                continue;
            count++;
            var document = Read(planted);
            var review = _reviewer.Review(document.Traces[0], CancellationToken.None);
            var isOffered = false;
            await foreach (var correction in corrector.SuggestAsync(document, review, planted.Step, TestContext.Current.CancellationToken))
            {
                Assert.All(correction.Edits,
                    edit => Assert.Contains(correction.Steps, step => review.Trace.Steps[step].Span.Contains(edit.Span)));
                if (!correction.Proof.IsVerified)
                {
                    doubts.Add(correction.Proof.Summary);
                    continue;
                }

                isOffered = true;
                if (!IsRestored(planted, document, correction))
                    wrong.Add($"{solution.Id} {planted.Description}: {correction.Title}");
            }

            offered += isOffered ? 1 : 0;
        }

        var reasons = doubts.GroupBy(doubt => doubt[Math.Max(0, doubt.IndexOf("not verified", StringComparison.Ordinal))..])
            .OrderByDescending(group => group.Count()).Take(8);
        output.WriteLine($"planted {count}, a verified correction offered {offered} ({100.0 * offered / Math.Max(1, count):F1} %), not "
            + $"restoring: {wrong.Count}\n{string.Join('\n', wrong.Take(20))}\n"
            + string.Join('\n', reasons.Select(group => $"{group.Count()} × {group.Key}")));
        Assert.Empty(wrong);
        Assert.True(count >= 10 && offered * 100 >= count * 70, $"{offered} of {count}");
    }

    private bool IsClean(PlantedError planted) => _reviewer.Review(Read(planted).Traces[0], CancellationToken.None).Findings.All(IsOfForm);

    private bool IsRestored(PlantedError planted, TraceDocument document, Correction correction)
    {
        var mended = TraceReader.Apply(document, correction.Edits).Traces[0];
        return correction.Steps.All(planted.Changed.Contains)
            && _reviewer.Review(mended, CancellationToken.None).Findings.All(IsOfForm)
            && (_answers.Compare(planted.Source.Answer, mended.Steps[^1].Text.Text, AnswerOptions.Default) != false
                || _answers.Compare(planted.Source.Answer, planted.Source.Steps[^1], AnswerOptions.Default) == false);
    }

    private static bool IsOfForm(Finding finding) => finding.Rule.Id.StartsWith("RR2", StringComparison.Ordinal);

    private static TraceDocument Read(PlantedError planted) => TraceReader.Read(planted.Line, TraceFormat.JsonLines);
}

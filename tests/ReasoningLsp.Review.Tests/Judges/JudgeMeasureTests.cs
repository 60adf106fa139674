using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Judges;

/// <summary>A judge that says yes to everything is told to be of no use, and its verdicts are unsure.</summary>
public sealed class JudgeMeasureTests
{
    private static readonly JudgeMeasure s_coin = new(0.49, 0.34, 0.64, 60);
    private static readonly JudgeMeasure s_good = new(0.9, 0.8, 1, 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_is_said_in_one_sentence()
    {
        Assert.Equal("does not tell right from wrong on these 60 traces: AUC 0.49, 0.34–0.64", s_coin.Sentence);
        Assert.Equal("tells right from wrong on these 60 traces: AUC 0.90, 0.80–1.00", s_good.Sentence);
        Assert.False(new JudgeMeasure(0.2, 0.1, 0.3, 60).TellsApart);
    }

    [Theory]
    [InlineData(true, ItemAnswer.Unsure)]
    [InlineData(false, ItemAnswer.Yes)]
    public async Task A_verdict_of_one_that_does_no_better_than_a_coin_is_unsure(bool isCoin, ItemAnswer expected)
    {
        var model = new JudgeModel(new ModelReference("yes.gguf"), "yes") { Caution = null, Measure = isCoin ? s_coin : s_good };
        var judge = new ChecklistJudge(new Judge(new SaysYes()), model, JudgeOptions.Default);
        var trace = TraceReader.Read("Problem: What is 2 + 2?\n\nStep 1: 2 + 2 = 4.\n", TraceFormat.Markdown).Traces[0];
        var review = new Reviewer(ReviewOptions.Default).Review(trace, Token);
        var verdict = (await new ChecklistReviewer(judge).ApplyAsync(review,
            new Checklist("own", [new ChecklistItem("Is the author polite?")]), [], DecisionLog.Empty, ReviewOptions.Default, Token))
            .Verdicts[0];
        Assert.Equal(expected, verdict.Answer);
        Assert.Equal(isCoin, verdict.Evidence.Contains("does not tell right from wrong on these 60 traces", StringComparison.Ordinal));
        Assert.True(verdict.PYes > 0.9);
    }

    [Fact]
    public void What_was_measured_is_kept_beside_what_the_probes_found()
    {
        using var folder = new TestFolder();
        var model = new JudgeModel(new ModelReference(folder.At("m.gguf")), "m");
        var file = ProbeFile.In(folder.Path);
        Assert.Contains("not probed", file.Marked(model).Caution, StringComparison.Ordinal);
        file.Keep(model, s_coin);
        Assert.Equal(s_coin, file.Marked(model).Measure);
        Assert.Contains("not probed", file.Marked(model).Caution, StringComparison.Ordinal);
        file.Keep(model, Report(isPassed: true), s_good with { Traces = 24 });
        Assert.Equal((null, s_coin), (file.Marked(model).Caution, file.Marked(model).Measure));
        file.Keep(model, Report(isPassed: false), s_good with { Traces = 100 });
        Assert.Equal(100, file.Marked(model).Measure!.Traces);
    }

    [Fact]
    public void Each_family_of_probes_has_a_name_that_can_be_counted()
    {
        var caution = Report(isPassed: false).Caution!;
        Assert.DoesNotContain("ss,", caution + ",", StringComparison.Ordinal);
        Assert.Contains("3 of 3 control tokens", caution, StringComparison.Ordinal);
        Assert.All(ProbeCatalog.All, probe => Assert.False(probe.Family.EndsWith('s'), probe.Family));
    }

    private static ProbeReport Report(bool isPassed) => new("m", "0", [.. ProbeCatalog.All.Select(probe =>
    {
        var yes = probe.Family == "right solution" == isPassed ? 0.9 : 0.1;
        return new ProbeOutcome(probe, new JudgeAnswer(yes, 1), yes, yes);
    })]);

    private sealed class SaysYes : IInferenceEngine
    {
        public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
            Task.FromResult(new ModelDescription("yes", "yes", "0", 1, 4096, 1, 1, 1));

        public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) => Task.FromResult(
            new CompareResult([.. request.Continuations.Select(_ => new[] { 5.0, 0.0, 5.01 })],
                [.. request.Continuations.Select(_ => 1)], 1));

        public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

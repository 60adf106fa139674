using System.Text.Json;
using ReasoningLsp.Runs.Exporting;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Exporting;

/// <summary>Real numbers beside hard labels: Monte-Carlo rates and calibrated probabilities.</summary>
public sealed class SoftLabelTests
{
    private static readonly ExportExtras s_soft = ExportExtras.None with { IsSoft = true };

    [Theory, InlineData(ExportFormat.TrlStepwise), InlineData(ExportFormat.Prm800K)]
    public void Rates_come_back_as_they_were_beside_hard_labels(ExportFormat format)
    {
        using var folder = new TestFolder();
        var trace = Kept.Of(0, "p", ["a", "b", "c", "d"]);
        var labels = Labels(folder, """{"id":"t0","rates":[0.75,0.25,0,0.5]}""").Of(trace);
        var back = ExportCheck.Read(format, ExportLine.Of(format, trace, labels, s_soft with { Weight = 1.25 }))!;
        // What follows the step after which nothing succeeds is not judged: it ends a stepwise record.
        Assert.Equal(format == ExportFormat.Prm800K ? [1, 1, -1, null] : [1, 1, -1], back.Ratings);
        Assert.Equal(format == ExportFormat.Prm800K ? [0.75, 0.25, 0, null] : [0.75, 0.25, 0], back.Soft);
        Assert.Equal(1.25, back.Weight);
        Assert.Equal(["Monte Carlo", "Monte Carlo", "Monte Carlo", ""], labels.Select(label => label.Source));
        Assert.Equal([0.75, 0.25, 1, 0], labels.Select(label => label.Confidence));
    }

    [Fact]
    public void People_and_checks_come_before_Monte_Carlo_and_that_before_a_score()
    {
        using var folder = new TestFolder();
        var trace = Kept.Of(0, "p", ["a", "b", "c"], null, Kept.Error(1)).WithLabels(0, 0, 0).WithScores(0.9, 0.9, 0.9);
        Assert.Equal([0.5, 0.5, 0.5], Labels(folder, """{"id":"t0","rates":[0.75,1,1]}""").Of(trace).Select(label => label.Soft));
        var judged = Kept.Of(0, "p", ["a", "b", "c"], 1);
        Assert.Equal([1, 0, 0.25], Labels(folder, """{"id":"t0","rates":[0.75,0.5,0.25]}""").Of(judged).Select(label => label.Soft));
        var scored = Kept.Of(0, "p", ["a", "b", "c"], null, Kept.Error(0)) with { Calibrated = [0.9, 0.3, null], Scores = [0.6, 0.6, 0.6] };
        var labels = new StepLabels(LabelSource.Records, null) { IsSoft = true }.Of(scored);
        Assert.Equal([-1, -1, null], labels.Select(label => label.Rating));
        Assert.Equal([0, 0.3, null], labels.Select(label => label.Soft));
        Assert.Equal(0.7, labels[1].Confidence, 1e-9);
        Assert.Equal("calibrated score", labels[1].Source);
        Assert.Null(new StepLabels(LabelSource.Records, null).Of(scored)[1].Rating);
        // Check, then rate, then calibrated score where no rate is known; nothing behind a step after which nothing succeeds.
        var all = scored with { Steps = ["a", "b", "c", "d", "e"], Calibrated = [0.9, 0.9, 0.3, 0.9, 0.9], Scores = [] };
        var mixed = Labels(folder, """{"id":"t0","rates":[0.75,0.25,null,0,null]}""").Of(all);
        Assert.Equal(["exact check", "Monte Carlo", "calibrated score", "Monte Carlo", ""], mixed.Select(label => label.Source));
        Assert.Equal([0, 0.25, 0.3, 0, null], mixed.Select(label => label.Soft));
    }

    [Fact]
    public void Lines_of_progress_are_read_with_the_value_before_the_first_step()
    {
        using var folder = new TestFolder();
        folder.Write("mc.jsonl", """{"hash":"h0","values":[{"steps":1,"value":0.5},{"steps":0,"value":0.25},{"steps":2,"value":null}]}""");
        var file = MonteCarloFile.Read(folder.At("mc.jsonl"));
        var rates = file.Of(Kept.Of(0, "p", ["a", "b"]))!;
        Assert.Equal(0.25, rates.Start);
        Assert.Equal([0.5, null], rates.Steps);
        Assert.Null(rates.FirstWrongStep);
        Assert.Equal(0, new MonteCarloRates(null, [0, null]).FirstWrongStep);
        Assert.Equal(-1, new MonteCarloRates(null, [0.1, 1]).FirstWrongStep);
        Assert.Null(file.Of(Kept.Of(0, "p", ["a", "b", "c"])));
        var trace = Kept.Of(0, "p", ["a", "b"]);
        var line = ExportLine.Of(ExportFormat.Episodes, trace, new StepLabels(LabelSource.Records, null) { Rates = file }.Of(trace),
            ExportExtras.None with { Rates = new MonteCarloRates(0.25, [0.5, 0.125]) });
        using var json = JsonDocument.Parse(line);
        Assert.Equal([0.25, -0.375], json.RootElement.GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("reward").GetDouble()));
    }

    [Theory, InlineData("""{"rates":[1]}"""), InlineData("""{"id":"t0","rates":[1.5]}"""), InlineData("""{"id":"t0"}"""), InlineData("[]")]
    public void What_holds_no_rates_is_told_by_its_line(string line)
    {
        using var folder = new TestFolder();
        folder.Write("mc.jsonl", """{"id":"t1","rates":[1]}""" + "\n" + line);
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => MonteCarloFile.Read(folder.At("mc.jsonl"))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"prompt":"p","completions":["a"],"labels":[true],"soft_labels":[1.5]}""")]
    [InlineData("""{"prompt":"p","completions":["a"],"labels":[true],"soft_labels":[1,1]}""")]
    [InlineData("""{"prompt":"p","completions":["a"],"labels":[true],"weight":-1}""")]
    public void Soft_labels_and_weights_that_are_none_are_told(string line) =>
        Assert.NotNull(ExportCheck.Problem(ExportFormat.TrlStepwise, line));

    private static StepLabels Labels(TestFolder folder, string line)
    {
        folder.Write("mc.jsonl", line);
        return new StepLabels(LabelSource.Records, null) { Rates = MonteCarloFile.Read(folder.At("mc.jsonl")), IsSoft = true };
    }
}

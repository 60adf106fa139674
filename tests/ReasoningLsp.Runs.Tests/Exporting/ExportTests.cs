using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Exporting;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Exporting;

/// <summary>Labels go out as trainers take them, and come back as they were.</summary>
public sealed class ExportTests
{
    private static readonly StepLabels s_people = new(LabelSource.Records, null);

    [Theory, InlineData(ExportFormat.TrlStepwise), InlineData(ExportFormat.Prm800K)]
    public void Steps_and_labels_come_back_as_they_were(ExportFormat format)
    {
        var trace = Kept.Of(0, "求 $x^2=2$ \"q\"", ["First line\nsecond line", "", "b"], 2);
        var line = ExportLine.Of(format, trace, s_people.Of(trace), ExportExtras.None);
        Assert.Null(ExportCheck.Problem(format, line));
        var back = ExportCheck.Read(format, line)!;
        Assert.Equal(trace.Problem, back.Prompt);
        Assert.Equal(trace.Steps, back.Steps);
        Assert.Equal([1, 1, -1], back.Ratings);
    }

    [Fact]
    public void The_records_that_TRL_was_run_on_are_what_is_written()
    {
        foreach (var expected in File.ReadLines(SharedData.Require("fixtures/exports/trl-stepwise.jsonl")))
        {
            Assert.Null(ExportCheck.Problem(ExportFormat.TrlStepwise, expected));
            var record = ExportCheck.Read(ExportFormat.TrlStepwise, expected)!;
            var trace = Kept.Of(0, record.Prompt, [.. record.Steps]).WithLabels([.. record.Ratings.Select(rating => rating!.Value)]);
            using var line = JsonDocument.Parse(ExportLine.Of(ExportFormat.TrlStepwise, trace, s_people.Of(trace), ExportExtras.None));
            using var wanted = JsonDocument.Parse(expected);
            Assert.All(wanted.RootElement.EnumerateObject(), pair =>
                Assert.True(JsonElement.DeepEquals(pair.Value, line.RootElement.GetProperty(pair.Name)), pair.Name));
            Assert.Equal(JsonValueKind.String, line.RootElement.GetProperty("meta").ValueKind);
        }
    }

    [Fact]
    public void Pairs_are_checked_as_RewardTrainer_reads_them()
    {
        foreach (var line in File.ReadLines(SharedData.Require("fixtures/exports/preference.jsonl")))
            Assert.Null(ExportCheck.Problem(ExportFormat.Preference, line));
        RunTrace[] traces =
        [
            Kept.Of(0, "p", ["right"], -1), Kept.Of(1, "p", ["wrong"], 0), Kept.Of(2, "p", ["right"], -1),
            Kept.Of(3, "q", ["only"], -1), Kept.Of(4, "p", ["unknown"]),
        ];
        var lines = new PreferencePairs(LabelSource.Records, DecisionLog.Empty).Of(traces)
            .Select(pair => ExportLine.Of(pair, ExportExtras.None)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Null(ExportCheck.Problem(ExportFormat.Preference, line)));
        Assert.Contains("\"chosen\":\"\\n\\nright\",\"rejected\":\"\\n\\nwrong\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("licence", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_undecided_ends_a_stepwise_record()
    {
        var trace = Kept.Of(0, "p", ["a", "b", "c"], 1);
        var line = ExportLine.Of(ExportFormat.TrlStepwise, trace, s_people.Of(trace), ExportExtras.None);
        Assert.Equal(["a", "b"], ExportCheck.Read(ExportFormat.TrlStepwise, line)!.Steps);
        Assert.Contains("undecidedSteps\\\":1", line, StringComparison.Ordinal);
        var unknown = Kept.Of(0, "p", ["a", "b"]);
        Assert.False(ExportLine.Holds(ExportFormat.TrlStepwise, unknown, s_people.Of(unknown), null));
    }

    [Fact]
    public void People_come_before_checks_and_checks_before_a_model_that_is_sure()
    {
        var trace = Kept.Of(0, "p", ["a", "b", "c", "d"], null, Kept.Error(1)).WithScores(0.95, 0.9, 0.5, 0.03);
        var labels = new StepLabels(LabelSource.Records, 0.9).Of(trace);
        Assert.Equal([1, -1, null, -1], labels.Select(label => label.Rating));
        Assert.Equal(["reward model", "exact check", "", "reward model"], labels.Select(label => label.Source));
        Assert.Equal(0.97, labels[3].Confidence, 1e-9);
        Assert.Equal([null, -1, null, null], s_people.Of(trace).Select(label => label.Rating));
        var judged = new StepLabels(LabelSource.Records, 0.9).Of(trace with { Labels = trace.Labels with { FirstWrongStep = 1 } });
        Assert.Equal("people and exact check", judged[1].Source);
        Assert.Equal("people and reward model", judged[0].Source);
    }

    [Fact]
    public void Rewards_are_what_a_step_changes_unless_someone_knows_better()
    {
        var trace = Kept.Of(0, "p", ["a", "b", "c"], 1).WithScores(0.5, 0.25, 0.3).WithAnswer(false);
        var line = ExportLine.Of(ExportFormat.Episodes, trace, s_people.Of(trace), ExportExtras.None);
        Assert.Null(ExportCheck.Problem(ExportFormat.Episodes, line));
        using var json = JsonDocument.Parse(line);
        Assert.Equal([1, -1, 0.05], json.RootElement.GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("reward").GetDouble()));
        Assert.Equal(0, json.RootElement.GetProperty("outcome").GetInt32());
    }

    [Theory]
    [InlineData(ExportFormat.TrlStepwise, """{"prompt":"p","completions":["a"],"labels":[0.9]}""", "0.9 becomes 0")]
    [InlineData(ExportFormat.TrlStepwise, """{"prompt":"p","completions":["a"],"labels":[true,false]}""", "1 completions and 2 labels")]
    [InlineData(ExportFormat.TrlStepwise, """{"completions":["a"],"labels":[true]}""", "\"prompt\" is missing")]
    [InlineData(ExportFormat.TrlStepwise, "nothing", "no JSON")]
    [InlineData(ExportFormat.Prm800K, """{"question":{"problem":"p"},"label":{"steps":[{"completions":[],"chosen_completion":0}]}}""",
        "completions")]
    [InlineData(ExportFormat.Preference, """{"prompt":"p","chosen":"a","rejected":"a"}""", "the same")]
    [InlineData(ExportFormat.Episodes, """{"prompt":"p","steps":[{"action":"a"}]}""", "reward")]
    public void What_a_trainer_would_not_take_is_told(ExportFormat format, string line, string message) =>
        Assert.Contains(message, ExportCheck.Problem(format, line), StringComparison.Ordinal);

    [Fact]
    public void What_people_called_wrong_refutes_nothing_whatever_labels_are_asked_for()
    {
        var trace = Kept.Of(0, "p", ["a", "b"], null, Kept.Error(0)).WithAnswer(true);
        var other = Kept.Of(1, "p", ["c"], 0);
        var decisions = new DecisionLog([new(DecisionKind.WrongFinding, "RR101", trace.HashOf(trace.Findings[0]), "", default, null)]);
        Assert.Equal(-1, s_people.Of(trace)[0].Rating);
        Assert.Null((new StepLabels(LabelSource.Records, null) { Decisions = decisions }).Of(trace)[0].Rating);
        Assert.Equal("people", (new StepLabels(LabelSource.Decisions(decisions), null) { Decisions = decisions }).Of(trace)[0].Source);
        Assert.Empty(new PreferencePairs(LabelSource.Records, DecisionLog.Empty).Of([trace, other]));
        Assert.Single(new PreferencePairs(LabelSource.Records, decisions).Of([trace, other]));
        var plan = new ExportPlan { Format = ExportFormat.TrlStepwise, Labels = LabelSource.Records };
        Assert.Single(new Exporter(plan).Lines(() => [trace]));
        Assert.Empty(new Exporter(plan with { Decisions = decisions }).Lines(() => [trace]));
    }
}

using ReasoningLsp.Runs.Exporting;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Exporting;

/// <summary>Who is left out of an export, and what a record weighs, on numbers worked out by hand.</summary>
public sealed class ExporterTests
{
    private static readonly ExportPlan s_plan = new() { Format = ExportFormat.TrlStepwise, Labels = LabelSource.Records };

    [Fact]
    public void Only_where_Monte_Carlo_and_the_judge_name_the_same_step_is_a_trace_kept()
    {
        using var folder = new TestFolder();
        folder.Write("mc.jsonl", """
            {"id":"t0","rates":[0.5,0,0]}
            {"id":"t1","rates":[0.5,0,0]}
            {"id":"t2","rates":[0.5,0.5,0.5]}
            {"id":"t3","rates":[0.5,null,0.5]}
            """);
        RunTrace[] traces =
        [
            Three(0).WithScores(0.9, 0.4, 0.9), Three(1).WithScores(0.9, 0.9, 0.4), Three(2).WithScores(0.9, 0.5, 0.9),
            Three(3).WithScores(0.9, 0.9, 0.9), Three(4).WithScores(0.9, 0.9, 0.9),
        ];
        var rates = MonteCarloFile.Read(folder.At("mc.jsonl"));
        foreach (var judge in (LabelSource[])[LabelSource.Scores, LabelSource.ScoresOf(traces)])
        {
            var exporter = new Exporter(s_plan with { Rates = rates, Consensus = new Consensus(rates, judge) });
            var lines = exporter.Lines(() => traces).ToList();
            Assert.Equal(["t0", "t2"], lines.Select(Id));
            Assert.Equal((1, 2), (exporter.Tally.Disputed, exporter.Tally.Unheard));
            Assert.Equal([1, -1], ExportCheck.Read(ExportFormat.TrlStepwise, lines[0])!.Ratings);
        }
    }

    [Fact]
    public void The_records_that_fit_a_peer_worst_are_left_out()
    {
        RunTrace[] traces = [.. Enumerable.Range(0, 5).Select(at => Kept.Of(at, "p", ["a", "b"], at == 4 ? null : 1))];
        traces[4] = traces[4] with { Labels = traces[4].Labels with { Steps = [1, 1] } };
        // −(ln 0.8 + ln 0.9) / 2, and so on; the peer calls t2's wrong step right, and never saw t4.
        RunTrace[] peer = [traces[0].WithScores(0.8, 0.1), traces[1].WithScores(0.5, 0.5), traces[2].WithScores(0.9, 0.9),
            traces[3].WithScores(0.7, 0.2)];
        var filter = PeerFilter.Of(peer);
        Assert.Equal(-(Math.Log(0.8) + Math.Log(0.9)) / 2, filter.LossOf(traces[0], Labels(traces[0]))!.Value, 1e-12);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.1)) / 2, filter.LossOf(traces[2], Labels(traces[2]))!.Value, 1e-12);
        Assert.Null(filter.LossOf(traces[4], Labels(traces[4])));
        var exporter = new Exporter(s_plan with { Peer = filter, Share = 0.75 });
        Assert.Equal(["t0", "t1", "t3"], exporter.Lines(() => traces).Select(Id));
        Assert.Equal((1, 1, 3), (exporter.Tally.Misfits, exporter.Tally.Unreviewed, exporter.Tally.Written));
    }

    [Fact]
    public void A_pair_fits_a_peer_by_the_difference_of_rewards()
    {
        RunTrace better = Kept.Of(0, "p", ["a"], -1), worse = Kept.Of(1, "p", ["b"], 0);
        // The logits of 0.8 and 0.2 are ln 4 and −ln 4: σ(2 ln 4) = 16/17.
        var filter = PeerFilter.Of([better.WithScores(0.8), worse.WithScores(0.2)]);
        Assert.Equal(Math.Log(17.0 / 16), filter.LossOf(better, worse)!.Value, 1e-12);
        Assert.Equal(Math.Log(17), filter.LossOf(worse, better)!.Value, 1e-12);
        // Rewards that are no probabilities are taken as they are: σ(3 − 1).
        var unbounded = PeerFilter.Of([better.WithScores(3), worse.WithScores(1)]);
        Assert.Equal(Math.Log(1 + Math.Exp(-2)), unbounded.LossOf(better, worse)!.Value, 1e-12);
        Assert.Equal([true, true, false, false], PeerFilter.Keep([0.1, 0.2, 0.3, null], 0.5));
    }

    [Fact]
    public void Domains_weigh_by_their_number_and_one_on_average()
    {
        var counts = new Dictionary<string, int> { ["algebra"] = 9, ["geometry"] = 1 };
        // s = 0.9 and 0.1; of the power 0.5 the sum is √0.9 + √0.1 = 4/√10.
        var weights = DomainWeights.ByCount(counts, 0.5).Of;
        Assert.Equal(10.0 / 12, weights["algebra"], 1e-12);
        Assert.Equal(10.0 / 4, weights["geometry"], 1e-12);
        Assert.Equal(1, DomainWeights.ByCount(counts, 1).Of["geometry"], 1e-12);
        Assert.Equal(5, DomainWeights.ByCount(counts, 0).Of["geometry"], 1e-12);
        var given = DomainWeights.Given("""{"algebra":1,"geometry":3}""", counts).Of;
        Assert.Equal([1 / 1.2, 3 / 1.2], [given["algebra"], given["geometry"]]);
        Assert.Contains("geometry", Assert.Throws<FormatException>(() => DomainWeights.Given("""{"algebra":1}""", counts)).Message,
            StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => DomainWeights.Given("[1]", counts));
        RunTrace[] traces = [.. Enumerable.Range(0, 10).Select(at => Kept.Of(at, "p", ["a"], -1)).Select(trace =>
            trace with { Labels = trace.Labels with { Kind = trace.Unit < 9 ? "algebra" : "geometry" } })];
        var exporter = new Exporter(s_plan with { Domain = trace => trace.Labels.Kind!, Weights = all => DomainWeights.ByCount(all, 0.5) });
        var written = exporter.Lines(() => traces).Select(line => ExportCheck.Read(ExportFormat.TrlStepwise, line)!.Weight!.Value).ToList();
        Assert.Equal(1, written.Average(), 1e-5);
        Assert.Equal(2.5, written[9], 1e-6);
    }

    [Fact]
    public void A_pair_whose_chosen_answer_lost_likelihood_is_flagged()
    {
        RunTrace[] traces = [Kept.Of(0, "p", ["right"], -1), Kept.Of(1, "p", ["wrong"], 0), Kept.Of(2, "p", ["right too"], -1)];
        var exporter = new Exporter(s_plan with
        {
            Format = ExportFormat.Preference,
            Margin = pair => pair.ChosenText == "right" ? new LikelihoodMargin(-12, -30, (-10, -11)) : new LikelihoodMargin(-9, -10, null),
        });
        var lines = exporter.Lines(() => traces).ToList();
        Assert.All(lines, line => Assert.Null(ExportCheck.Problem(ExportFormat.Preference, line)));
        // −12 + 30 less −10 + 11; the chosen answer went from −10 to −12.
        Assert.Contains("\"chosen_logp\":-12,\"rejected_logp\":-30,\"logp_margin\":17,\"chosen_gain\":-2,\"loses_likelihood\":true",
            lines[0], StringComparison.Ordinal);
        Assert.Contains("\"logp_margin\":1,\"meta\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, exporter.Tally.Losing);
    }

    private static RunTrace Three(int unit) => Kept.Of(unit, "p", ["a", "b", "c"]);

    private static System.Collections.Immutable.ImmutableArray<StepLabel> Labels(RunTrace trace) =>
        new StepLabels(LabelSource.Records, null).Of(trace);

    private static string Id(string line) => line.Split("\\\"id\\\":\\\"")[1].Split('\\')[0];
}

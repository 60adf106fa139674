using System.Text.Json;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Corrections;

/// <summary>What a real model wrote for wrong steps: copies, bare results, the next step, texts that were cut off, and right
/// ones.</summary>
public sealed class RealRepliesTests(ITestOutputHelper output)
{
    private static readonly Reviewer s_reviewer = new(ReviewOptions.Default);

    [Theory]
    [InlineData("corrections.jsonl")]
    [InlineData("corrections-after-blank.jsonl")]
    public async Task Without_anything_that_speaks_for_a_text_nothing_is_verified_and_with_a_score_only_the_step_changes(string file)
    {
        var (asked, proposed, applied) = (0, 0, 0);
        foreach (var line in File.ReadLines(SharedData.Require($"fixtures/replies/{file}")))
        {
            var (document, step, replies) = Read(line);
            asked += replies.Length;
            var bare = new Refining(document) { Writer = new ScriptedModel(replies) };
            var given = (await bare.SuggestAsync(step)).Where(correction => correction.Source == CorrectionSource.Generated).ToList();
            proposed += given.Count;
            Assert.All(given, correction => Assert.False(correction.Proof.IsVerified, correction.Proof.Summary));

            // A reward model that likes whatever is new.
            var old = document.Traces[0].Steps[step].Text.Text;
            var liked = new Refining(document) { Writer = new ScriptedModel(replies), Score = (_, text) => text == old ? 0.1 : 0.9 };
            var refined = await liked.RunAsync();
            foreach (var round in refined.Rounds.Where(round => round.IsKept))
                applied += round.Applied.Count(correction => correction.Source == CorrectionSource.Generated);
            var (before, after) = (document.Traces[0], refined.Document.Traces[0]);
            var changed = refined.Rounds.SelectMany(round => round.Applied).SelectMany(correction => correction.Steps).ToHashSet();
            Assert.All(after.Steps,
                each => Assert.True(changed.Contains(each.Index) || each.Text.Text == before.Steps[each.Index].Text.Text));
            Assert.Subset(Wrong(before).ToHashSet(), Wrong(after).ToHashSet());
            Assert.DoesNotContain(Wrong(after), changed.Contains);
            if (refined.Rounds.SelectMany(round => round.Applied).FirstOrDefault() is { Source: CorrectionSource.Generated } first)
                output.WriteLine($"{old}\n  -> {first.Text}\n  {first.Proof.Summary}");
        }

        output.WriteLine($"{asked} replies, {proposed} proposed, {applied} applied where a reward model likes all");
        Assert.True(proposed > 0);
    }

    [Theory]
    [InlineData("corrections.jsonl")]
    [InlineData("corrections-after-blank.jsonl")]
    public async Task A_copy_of_the_wrong_step_or_of_the_next_one_is_never_proposed_and_every_reply_is_counted(string file)
    {
        var fates = new List<CandidateFate>();
        foreach (var line in File.ReadLines(SharedData.Require($"fixtures/replies/{file}")))
        {
            var (document, step, replies) = Read(line);
            CandidateTally? told = null;
            var given = await new Refining(document) { Writer = new ScriptedModel(replies), Told = tally => told = tally }
                .SuggestAsync(step);
            fates.AddRange(told!.Fates);
            Assert.Equal(replies.Length, told.Fates.Length);
            var steps = document.Traces[0].Steps;
            foreach (var text in given.Where(each => each.Source == CorrectionSource.Generated).Select(each => Plain(each.Text)))
            {
                Assert.DoesNotContain(steps, each => Plain(each.Text.Text).StartsWith(text, StringComparison.Ordinal) && text.Length > 20);
                Assert.False(text.EndsWith(':'), text);
            }
        }

        output.WriteLine(new CandidateTally([.. fates]).ToString());
        Assert.Contains(CandidateFate.Copy, fates);
        Assert.Contains(CandidateFate.CutOff, fates);
    }

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static IEnumerable<int> Wrong(Trace trace) => s_reviewer.Review(trace, TestContext.Current.CancellationToken).Findings
        .Where(finding => finding.Step is not null && finding.Severity <= Severity.Warning && finding.Rule.Refutes)
        .Select(finding => finding.Step!.Value).Distinct().Order();

    private static (TraceDocument Document, int Step, string[] Replies) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var trace = JsonSerializer.Serialize(new { problem = root.GetProperty("problem").GetString(), steps = root.GetProperty("steps") });
        return (TraceReader.Read(trace, TraceFormat.JsonLines), root.GetProperty("step").GetInt32(),
            [.. root.GetProperty("replies").EnumerateArray().Select(reply => TextOf(reply))]);
    }

    // What was cut off goes on and on.
    private static string TextOf(JsonElement reply) =>
        reply.GetProperty("text").GetString() + (reply.GetProperty("complete").GetBoolean() ? string.Empty
        : string.Concat(Enumerable.Repeat(" and so on", 1000)));
}

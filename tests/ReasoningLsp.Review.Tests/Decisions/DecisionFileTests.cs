using CsCheck;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Tests.Support;
using Xunit;

namespace ReasoningLsp.Review.Tests.Decisions;

public sealed class DecisionFileTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.String, Gen.String, Gen.Bool).Sample((reason, who, wrong) =>
        {
            var clean = ReasoningLsp.Review.Reporting.UnicodeText.WellFormed(reason);
            var decision = new Decision(wrong ? DecisionKind.WrongFinding : DecisionKind.Accepted, "RR101", "0123456789abcdef", clean, Noon,
                who.Length == 0 ? null : ReasoningLsp.Review.Reporting.UnicodeText.WellFormed(who))
            {
                File = wrong ? "a/b.md" : null,
                Statement = wrong ? clean : null,
            };
            var line = DecisionFile.Format(decision);
            var (log, problems) = DecisionFile.Parse(line);
            return problems.IsEmpty && log.Decisions.Single() == decision && line.Count(character => character == '\n') == 1;
        }, iter: 1_000);

    [Fact]
    public void The_latest_decision_counts_in_whatever_order_a_merge_left_them()
    {
        var review = Samples.Review("x", Samples.Finding("RR101", 0, 0, 1));
        var step = StepHash.Of("x");
        var wrong = new Decision(DecisionKind.WrongFinding, "RR101", step, string.Empty, Noon, null);
        var back = wrong with { Kind = DecisionKind.Accepted, When = Noon.AddDays(1) };
        Assert.True(new DecisionLog([wrong]).Dismisses(review.Trace, review.Findings[0]));
        Assert.False(new DecisionLog([back, wrong]).Dismisses(review.Trace, review.Findings[0]));
        Assert.False(new DecisionLog([wrong, back]).Dismisses(review.Trace, review.Findings[0]));
    }

    [Fact]
    public void Appending_makes_the_folder_and_never_joins_two_lines()
    {
        var folder = Directory.CreateTempSubdirectory("reasoning-").FullName;
        try
        {
            var decision = new Decision(DecisionKind.WrongFinding, "RR101", "0123456789abcdef", "r", Noon, null);
            DecisionFile.Append(folder, decision);
            var path = Path.Combine(folder, ".reasoning", "decisions.jsonl");
            File.WriteAllText(path, File.ReadAllText(path).TrimEnd('\n'));
            DecisionFile.Append(folder, decision with { Rule = "RR102" });
            DecisionFile.Append(folder, decision with { Rule = "RR103" });
            var (log, problems) = DecisionFile.Parse(File.ReadAllText(path));
            Assert.Empty(problems);
            Assert.Equal(["RR101", "RR102", "RR103"], log.Decisions.Select(each => each.Rule));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("{\"decision\":\"maybe\",\"rule\":\"RR101\",\"step\":\"a\",\"when\":\"2026-01-31\"}",
        "\"decision\" is \"wrong-finding\", \"accepted\", \"asked\", \"item-verdict\", \"mark\", \"note\", \"undone\", not \"maybe\".")]
    [InlineData("{\"decision\":\"mark\",\"step\":\"a\",\"when\":\"2026-01-31\",\"mark\":5}", "\"mark\" is a whole number from 0 to 4.")]
    [InlineData("{\"decision\":\"note\",\"step\":\"a\",\"when\":\"2026-01-31\",\"id\":\"b\"}", "\"text\" is missing")]
    [InlineData("{\"decision\":\"undone\",\"step\":\"a\",\"when\":\"2026-01-31\"}", "\"undoes\" is missing")]
    [InlineData("{\"decision\":\"accepted\",\"step\":\"a\",\"when\":\"2026-01-31\"}", "\"rule\" is missing")]
    [InlineData("{\"decision\":\"accepted\",\"rule\":\"RR101\",\"step\":\"a\",\"when\":\"soon\"}", "\"when\" is a date")]
    [InlineData("[]", "A decision is a JSON object.")]
    [InlineData("=======", "This is not a JSON object.")]
    public void A_line_that_is_no_decision_says_why(string line, string message)
    {
        var (_, problems) = DecisionFile.Parse("\n" + line);
        Assert.Equal(2, Assert.Single(problems).Line);
        Assert.Contains(message, problems[0].Message, StringComparison.Ordinal);
    }
}

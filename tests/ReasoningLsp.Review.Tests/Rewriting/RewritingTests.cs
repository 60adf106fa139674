using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Tests.Planting;
using ReasoningLsp.Review.Tests.Relations;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces.Files;
using Xunit;

namespace ReasoningLsp.Review.Tests.Rewriting;

/// <summary>
/// What says the same in other words and signs draws no other finding: none where there was none, and where an error was planted the
/// same one, in its step, or none. Cases are drawn from a seed; one that fails is cut down to the steps and ways it needs.
/// </summary>
public sealed class RewritingTests
{
    private const int MostWays = 3;
    private const int MostShown = 40;

    private static readonly Reviewer s_reviewer = new(ReviewOptions.Default);

    [Fact]
    public void A_statement_of_the_notation_table_keeps_its_verdict() => Check(
        NotationTable.Cases.Select(entry => RewrittenSolution.Of(JsonSerializer.Serialize(
            new { id = entry.Notation, problem = "Calculate.", language = entry.Language, steps = new[] { entry.Text } }))!
            with
        { WrongStep = entry.IsTrue ? -1 : 0 }), LongRun.Size(2, 30));

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("gsm8k/test.jsonl")]
    [InlineData("math/test.jsonl")]
    [InlineData("processbench/gsm8k.jsonl")]
    [InlineData("processbench/math.jsonl")]
    [InlineData("processbench/olympiadbench.jsonl")]
    [InlineData("processbench/omnimath.jsonl")]
    [InlineData("mrben/math.jsonl")]
    [InlineData("gaokao_zh/math1_open.jsonl")]
    [InlineData("mgsm/exemplars.jsonl")]
    public void A_right_solution_draws_no_other_finding(string slice) => Check(
        File.ReadLines(LongRun.IsOn ? Slices.FullOrSlice(slice) : Slices.Path(slice)).Select(RewrittenSolution.Of)
            .OfType<RewrittenSolution>(), LongRun.Size(2, 3));

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("relations.jsonl")]
    [InlineData("plain.jsonl")]
    [InlineData("quantities.jsonl")]
    [InlineData("school.jsonl")]
    [InlineData("solutions.jsonl")]
    [InlineData("misconceptions.jsonl")]
    public void A_statement_whose_truth_is_known_keeps_its_verdict(string file) => Check(
        File.ReadLines(SharedData.Require("fixtures/relations/" + file)).Where((_, at) => LongRun.IsOn || at % 8 == 0)
            .Select(Stated).OfType<RewrittenSolution>(), LongRun.Size(1, 20));

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("gsm8k/test.jsonl", "de")]
    [InlineData("gsm8k/test.jsonl", "fr")]
    [InlineData("mrgsm8k/wrong_solutions.jsonl", "es")]
    public void A_solution_with_decimal_commas_draws_no_other_finding(string slice, string language)
    {
        var failures = new List<string>();
        foreach (var line in File.ReadLines(LongRun.IsOn ? Slices.FullOrSlice(slice) : Slices.Path(slice)))
        {
            var record = JsonNode.Parse(line)!.AsObject();
            if (DecimalCommas.In(record, language) is not { } other)
                continue;
            var before = Found(Line(record)).Select(finding => (finding.Step, finding.Rule.Id)).ToHashSet();
            failures.AddRange(Found(Line(other)).Where(finding => !before.Contains((finding.Step, finding.Rule.Id)))
                .Select(finding => $"{record["id"]}: step {finding.Step + 1}: {finding.Message}"));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(MostShown).Prepend($"{failures.Count} failed:")));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void A_planted_error_is_found_in_its_step_or_not_at_all() => Check(
        AnnotatedSolution.ReadAll(LongRun.IsOn ? Slices.FullOrSlice("gsm8k/test.jsonl") : Slices.Path("gsm8k/test.jsonl"))
            .Select(solution => new ErrorPlanter(5).Plant(solution, isCarried: false)).OfType<PlantedError>()
            .Select(planted => RewrittenSolution.Of(planted.Line)! with { WrongStep = planted.Step }), LongRun.Size(3, 10));

    private static JsonLine Line(JsonObject record) => new(record.ToJsonString(), 0, 0, 0, null);

    // A statement stands for itself; TeX has lost its dollar signs.
    private static RewrittenSolution? Stated(string line)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        if (record["text"] is not { } text)
            return RewrittenSolution.Of(line);
        var written = record["plain"]?.GetValue<bool>() == true ? text.GetValue<string>() : $"${text}$";
        var isTrue = record["true"]?.GetValue<bool>() == true;
        var solution = RewrittenSolution.Of(JsonSerializer.Serialize(new
        {
            id = record["kind"]?.ToString(),
            problem = "Calculate.",
            language = record["language"]?.ToString(),
            steps = new[] { written },
        }))!;
        return solution with { WrongStep = isTrue ? -1 : 0 };
    }

    private static void Check(IEnumerable<RewrittenSolution> solutions, int times)
    {
        var failures = new List<RewrittenSolution>();
        var ways = Gen.Int[0, Rewritings.All.Length - 1].Select(index => Rewritings.All[index]).Array[0, MostWays];
        foreach (var solution in solutions)
        {
            // What was there before depends on no rewriting.
            var known = Known(solution);
            for (var seed = 0u; seed < times; seed++)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                var draws = new PCG(seed, (ulong)solution.Id.Aggregate(17L, (hash, unit) => unchecked((hash * 31) + unit)));
                var rewritten = solution with
                {
                    Ways = [.. solution.Steps.Select(_ => ways.Generate(draws, null, out var _).ToImmutableArray())],
                };
                if (Fresh(rewritten, known).Length > 0)
                    failures.Add(Shrunk(rewritten));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(MostShown).Select(failure => $"{failure}\n      {Fresh(failure)}")
            .Prepend($"{failures.Count} failed:")));
    }

    private static RewrittenSolution Shrunk(RewrittenSolution failing)
    {
        while (failing.Smaller().FirstOrDefault(smaller => !Holds(smaller)) is { } smaller)
            failing = smaller;
        return failing;
    }

    private static bool Holds(RewrittenSolution solution) => Fresh(solution).Length == 0;

    private static string Fresh(RewrittenSolution solution) => Fresh(solution, Known(solution));

    private static string Fresh(RewrittenSolution solution, HashSet<(int? Step, string Rule)> known) =>
        string.Join("; ", Found(solution.After)
            .Where(finding => !known.Contains((finding.Step, finding.Rule.Id)) && finding.Step != solution.WrongStep)
            .Select(finding => $"step {finding.Step + 1}: {finding.Rule.Id} {finding.Message}"));

    private static HashSet<(int? Step, string Rule)> Known(RewrittenSolution solution) =>
        [.. Found(solution.Before).Select(finding => (finding.Step, finding.Rule.Id))];

    private static IEnumerable<Finding> Found(JsonLine line) => JsonLinesTraceReader.ReadRecord(line).Traces
        .SelectMany(trace => s_reviewer.Review(trace, TestContext.Current.CancellationToken).Findings)
        .Where(finding => finding.Rule.Refutes);
}

using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Tests.Support;

/// <summary>Traces as a run keeps them, made for a test.</summary>
internal static class Kept
{
    public static RunTrace Of(int unit, string problem, string[] steps, int? label = null, params RunFinding[] findings) => new()
    {
        Unit = unit,
        File = "a.jsonl",
        Number = unit,
        Id = $"t{unit}",
        Hash = $"h{unit}",
        Problem = problem,
        Steps = [.. steps],
        States = [.. steps.Select((_, step) => Array.Exists(findings, finding => finding.Step == step) ? "flagged" : "nothing checkable")],
        Labels = new RecordLabels { FirstWrongStep = label, Source = "s", Licence = "MIT", Language = "en" },
        Findings = [.. findings],
        FirstErrorStep = findings.Where(finding => finding.Flags).Select(finding => finding.Step ?? -1).DefaultIfEmpty(-1).Min(),
    };

    public static RunFinding Error(int step, string statement = "1 + 1 = 3", string rule = "RR101") =>
        new(rule, "error", step, $"{statement} is false", 1) { Evidence = [new("statement", statement)] };

    public static RunTrace WithScores(this RunTrace trace, params double[] scores) =>
        trace with { Scores = [.. scores], Aggregate = scores.Min(), Profile = "p" };

    public static RunTrace WithAnswer(this RunTrace trace, bool isRight) =>
        trace with { Labels = trace.Labels with { IsAnswerRight = isRight } };

    public static RunTrace WithLabels(this RunTrace trace, params int[] steps) =>
        trace with { Labels = trace.Labels with { Steps = [.. steps] } };

    public static ImmutableArray<string> Numbered(int count) => [.. Enumerable.Range(0, count).Select(at => $"step {at}")];
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>A solution of a run as a person reads it, the same as one that is open in the editor.</summary>
internal static class DeskText
{
    private static readonly (string State, string Id, string Word)[] s_states =
    [
        ("flagged", "flagged", "wrong"), ("doubted", "doubted", "doubted"), ("checked", "checked", "right"),
        ("nothing checkable", "nothingCheckable", "not checkable"), ("dismissed", "dismissed", "dismissed"),
        ("silenced", "silenced", "silenced"),
    ];

    /// <summary>The solution with what people said of it.</summary>
    public static TraceText Of(RunTrace trace, ReadOnlyMemory<byte> line, DecisionLog decisions)
    {
        var people = trace.WordsOf(decisions);
        var states = trace.Without(decisions).States;
        return new TraceText(
            0, UnicodeText.WellFormed(trace.Name), trace.Error ?? Summary(states), At(0), ReadableText.Parts(trace.Problem, []),
            [.. trace.Steps.Select((text, step) => Step(trace, states, people, decisions, text, step))],
            ReadableText.Parts(trace.Answer, []), Findings(trace, null, people, decisions), Items(line), PeopleParts.Notes(people, null),
            PeopleParts.Mark(people));
    }

    private static StepText Step(
        RunTrace trace, ImmutableArray<string> states, PersonWords people, DecisionLog decisions, string text, int step) => new(
        string.Create(CultureInfo.InvariantCulture, $"Step {step + 1}"), StateOf(states, step).Id, At(0), ReadableText.Parts(text, []),
        Findings(trace, step, people, decisions), Asked(people, step), PeopleParts.Notes(people, step),
        step < trace.Scores.Length ? trace.Scores[step] : null);

    // Of a step without a finding.
    private static ImmutableArray<string> Asked(PersonWords people, int step) =>
        [.. people.Findings.Where(word => word.Rule.Length == 0 && word.Step == step)
            .Select(word => UnicodeText.WellFormed(PeopleText.Of(word)))];

    private static ImmutableArray<FindingText> Findings(RunTrace trace, int? step, PersonWords people, DecisionLog decisions) =>
        [.. trace.Findings.Where(finding => finding.Step == step && finding.Severity != "hint").Select(finding =>
        {
            var said = decisions.OnFinding(finding.Rule, trace.HashOf(finding));
            var text = new FindingText(
                finding.Rule, finding.Severity, UnicodeText.WellFormed(finding.Message), At(Math.Max(0, finding.Line - 1)),
                [.. finding.Evidence.Select(item => new EvidenceText(item.Key, UnicodeText.WellFormed(item.Value)))], Fixable: false)
            {
                Fix = finding.Fix,
            };
            return said is { Kind: DecisionKind.WrongFinding } ? text with
            {
                Decision = "wrong-finding",
                Said = UnicodeText.WellFormed($"dismissed by {said.Who ?? "a person"}"
                    + (said.Reason.Length == 0 ? string.Empty : $": {said.Reason}")),
            } : text.With(people.On(finding.Rule, step));
        })];

    private static ImmutableArray<ItemText> Items(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        if (!json.RootElement.TryGetProperty("checklist", out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        return [.. list.EnumerateArray().Select(item => new JsonPath(item)).Select(item => new ItemText(
            item.Word("item") ?? string.Empty, item.Word("verdict") ?? string.Empty, item.Word("evidence") ?? string.Empty,
            item.Word("by") ?? string.Empty))];
    }

    private static string Summary(ImmutableArray<string> states)
    {
        var parts = s_states.Select(each => (each.Word, Count: states.Count(state => state == each.State))).Where(each => each.Count > 0)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {each.Word}")).ToList();
        return parts.Count == 0 ? "no steps" : string.Join(" · ", parts);
    }

    private static (string State, string Id, string Word) StateOf(ImmutableArray<string> states, int step) =>
        s_states.FirstOrDefault(each => step < states.Length && each.State == states[step], s_states[3]);

    private static LspRange At(int line) => new(new Position(line, 0), new Position(line, 0));
}

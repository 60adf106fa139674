using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>A solution of a run as a person reads it, the same as one that is open in the editor.</summary>
internal static class DeskText
{
    private static readonly (string State, string Id, string Word)[] s_states =
        [.. StateWords.InOrder.ToArray()
            .Select(state => (StateNames.NameOf(state), StateWords.IdOf(state), StateWords.NameOf(state)))];

    /// <summary>The solution with what people said of it.</summary>
    public static TraceText Of(RunTrace trace, DecisionLog decisions, Composite? steps)
    {
        var people = trace.WordsOf(decisions);
        var states = trace.Without(decisions).States;
        return new TraceText(
            0, UnicodeText.WellFormed(trace.Name), trace.Error ?? Summary(states, IsAnswerWrong(trace, decisions)), At(0),
            ReadableText.Parts(trace.Problem, []),
            [.. trace.Steps.Select((text, step) => Step(trace, states, people, decisions, text, step, steps))],
            ReadableText.Parts(trace.Answer, []), Findings(trace, null, people, decisions), Items(trace, decisions),
            PeopleParts.Notes(people, null), PeopleParts.Mark(people));
    }

    private static StepText Step(
        RunTrace trace, ImmutableArray<string> states, PersonWords people, DecisionLog decisions, string text, int step,
        Composite? composite) => new(
        string.Create(CultureInfo.InvariantCulture, $"Step {step + 1}"), StateOf(states, step).Id, At(0), ReadableText.Parts(text, []),
        Findings(trace, step, people, decisions), [.. Asked(people, step), .. Together(trace, step, composite)],
        PeopleParts.Notes(people, step),
        step < trace.Scores.Length ? trace.Scores[step] : null);

    // As much as was fitted to people's words; what nothing moves is no news.
    private static IEnumerable<string> Together(RunTrace trace, int step, Composite? composite) =>
        composite?.At(StepSignals.ValuesOf(trace, step)) is { RestsOn: { } signal } answer
            ? [string.Create(CultureInfo.InvariantCulture, $"all signals together: {100 * answer.Right:0} % right; rests on {signal}")]
            : [];

    // Of a step without a finding.
    private static ImmutableArray<string> Asked(PersonWords people, int step) =>
        [.. people.Findings.Where(word => word.Rule.Length == 0 && word.Step == step)
            .Select(word => UnicodeText.WellFormed(PeopleText.Of(word)))];

    private static ImmutableArray<FindingText> Findings(RunTrace trace, int? step, PersonWords people, DecisionLog decisions) =>
        [.. trace.Findings.Where(finding => finding.Step == step && finding.Severity != "hint").Select(finding =>
        {
            var said = decisions.OnFinding(trace.SubjectOf(finding));
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
            } : text.With(people.On(finding.Rule, step, finding.Message));
        })];

    private static ImmutableArray<ItemText> Items(RunTrace trace, DecisionLog decisions) =>
        [.. trace.Items.Select(item => item.With(trace, decisions)).Select(item => new ItemText(
            UnicodeText.WellFormed(item.Question), item.Verdict, UnicodeText.WellFormed(item.Evidence), UnicodeText.WellFormed(item.By)))];

    private static bool IsAnswerWrong(RunTrace trace, DecisionLog decisions) => trace.Findings.Any(
        finding => finding.Step is null && finding.Severity == "error"
            && decisions.OnFinding(trace.SubjectOf(finding)) is not { Kind: DecisionKind.WrongFinding });

    private static string Summary(ImmutableArray<string> states, bool isAnswerWrong)
    {
        var parts = s_states.Select(each => (each.Word, Count: states.Count(state => state == each.State))).Where(each => each.Count > 0)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {each.Word}")).ToList();
        if (isAnswerWrong)
            parts.Add("answer wrong");
        return parts.Count == 0 ? "no steps" : string.Join(" · ", parts);
    }

    private static (string State, string Id, string Word) StateOf(ImmutableArray<string> states, int step) =>
        s_states.FirstOrDefault(each => step < states.Length && each.State == states[step], s_states[3]);

    private static LspRange At(int line) => new(new Position(line, 0), new Position(line, 0));
}

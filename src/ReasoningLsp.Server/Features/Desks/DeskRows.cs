using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Desks;

/// <summary>Rows of a desk as its list shows them.</summary>
internal static class DeskRows
{
    private const int MostNamed = 2;

    /// <summary>A row.</summary>
    public static DeskRowInfo Of(OpenDesk open, int number, DecisionLog decisions)
    {
        var row = open.Row(number);
        var state = StateOf(row, decisions);
        return new DeskRowInfo(number, UnicodeText.WellFormed(row.Entry.Name), state,
            Why(row, decisions) + Same(open, number), row.Entry.Steps,
            row.Entry.Findings.Length, decisions.MarkOf(row.Solution)?.Mark, decisions.NotesIn(row.Solution));
    }

    private static string StateOf(DeskRow row, DecisionLog decisions)
    {
        if (row.Entry.Steps == 0)
            return "unread";
        if (row.Entry.Findings.IsEmpty)
            return row.Entry.Signals.Covered >= 1 ? "right" : "clean";
        var said = row.Entry.Findings.Select(finding => decisions.OnFinding(finding.Subject)?.Kind).ToHashSet();
        return said.Contains(DecisionKind.Asked) ? "asked" : said.Contains(null) ? "flagged"
            : said.Contains(DecisionKind.Accepted) ? "accepted" : "dismissed";
    }

    // What was dismissed is no reason any more, as long as something else is one.
    private static string Why(DeskRow row, DecisionLog decisions) => UnicodeText.WellFormed(row.Error
        ?? ((row.Entry.Findings.FirstOrDefault(
                finding => decisions.OnFinding(finding.Subject)?.Kind != DecisionKind.WrongFinding)
            ?? row.Entry.Findings.FirstOrDefault()) is { } first ? $"{first.Rule} {first.Message}"
        : row.Entry.Signals is { Model: < 0.5 and { } lowest }
            ? string.Create(CultureInfo.InvariantCulture, $"a model doubts step {row.Entry.LowestScore + 1} ({lowest:0.00})")
        : row.Entry.Signals.Covered == 0 ? "nothing could be checked"
        : row.Entry.Signals.Covered >= 1 ? "every step was checked, and nothing is wrong in it"
        : string.Create(CultureInfo.InvariantCulture, $"nothing found, {row.Entry.Signals.Covered:0 %} of steps checked")));

    private static string Same(OpenDesk open, int number)
    {
        var others = open.Desk.SameAs(number).ToList();
        return others.Count == 0 ? string.Empty : UnicodeText.WellFormed(
            $" · the same text as {string.Join(", ", others.Take(MostNamed).Select(other => open.Row(other).Entry.Name))}"
                + (others.Count > MostNamed ? $" and {Plural.Of(others.Count - MostNamed, "other")}" : string.Empty));
    }

    /// <summary>What stands of a decision about a list of rows, in words.</summary>
    public static string Told(string what, int rows) => rows == 1 ? what
        : string.Create(CultureInfo.InvariantCulture, $"{what} in {Plural.Of(rows, "solution")}");
}

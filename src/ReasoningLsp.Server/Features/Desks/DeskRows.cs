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
    /// <summary>A row.</summary>
    public static DeskRowInfo Of(OpenDesk open, int number, DecisionLog decisions)
    {
        var row = open.Row(number);
        var state = StateOf(row, decisions);
        return new DeskRowInfo(number, UnicodeText.WellFormed(row.Entry.Name), state, Why(row), row.Entry.Steps,
            row.Entry.Findings.Length, decisions.MarkOf(row.Solution)?.Mark, decisions.NotesIn(row.Solution.Hash));
    }

    private static string StateOf(DeskRow row, DecisionLog decisions)
    {
        if (row.Entry.Steps == 0)
            return "unread";
        if (row.Entry.Findings.IsEmpty)
            return "clean";
        var said = row.Entry.Findings.Select(finding => decisions.OnFinding(finding.Rule, finding.Hash)?.Kind).ToHashSet();
        return said.Contains(DecisionKind.Asked) ? "asked" : said.Contains(null) ? "flagged"
            : said.Contains(DecisionKind.Accepted) ? "accepted" : "dismissed";
    }

    private static string Why(DeskRow row) => UnicodeText.WellFormed(row.Error
        ?? (row.Entry.Findings is [var first, ..] ? $"{first.Rule} {first.Message}"
        : row.Entry.Signals is { Model: < 0.5 and { } lowest }
            ? string.Create(CultureInfo.InvariantCulture, $"a model doubts step {row.Entry.LowestScore + 1} ({lowest:0.00})")
        : row.Entry.Signals.Covered == 0 ? "nothing could be checked"
        : string.Create(CultureInfo.InvariantCulture, $"nothing found, {row.Entry.Signals.Covered:0 %} of steps checked")));

    /// <summary>What stands of a decision about a list of rows, in words.</summary>
    public static string Told(string what, int rows) => rows == 1 ? what
        : string.Create(CultureInfo.InvariantCulture, $"{what} in {Plural.Of(rows, "solution")}");
}

using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>What a run comes to, for a person.</summary>
internal static class RunText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, RunFolder folder, RunSummary summary)
    {
        void Line(string name, long count, string? meaning = null) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-24}{count,12:N0}{(meaning is null ? string.Empty : $"  {meaning}")}"));
        output.WriteLine($"Run {folder.Name}: {Plural.Of(summary.Traces, "trace")} of {Plural.Of(summary.Units, "input")}.");
        Line("flagged", summary.Flagged, "an error or a warning: someone should look");
        Line("not read", summary.Unread);
        if (summary.Incomplete > 0)
            Line("incomplete", summary.Incomplete, "a score or verdict that was asked for is missing");
        Line("steps", summary.Steps);
        Line("checked", summary.Checked, "something was recomputed and holds");
        Line("errors", summary.Errors);
        Line("warnings", summary.Warnings);
        foreach (var (rule, count) in summary.Rules)
            Line(rule, count, $"traces; {RuleCatalog.Find(rule)?.Name}");
        foreach (var (mistake, count) in summary.Mistakes.OrderByDescending(pair => pair.Value))
            Line(mistake, count, "a mistake with a name");
        output.WriteLine($"Kept in {folder.Path.Replace(Path.DirectorySeparatorChar, '/')}.");
    }

    /// <summary>The same, for a program.</summary>
    public static Answer Row(RunFolder folder, RunSummary summary)
    {
        static ImmutableArray<KeyValuePair<string, object?>> Fields(IEnumerable<KeyValuePair<string, long>> counts) =>
            [.. counts.Select(pair => KeyValuePair.Create<string, object?>(pair.Key, pair.Value))];
        return new Answer(["run", "inputs", "traces", "flagged", "unread", "incomplete", "steps", "checked", "errors", "warnings", "hints",
            "rules", "mistakes"], [[folder.Name, summary.Units, summary.Traces, summary.Flagged, summary.Unread, summary.Incomplete,
            summary.Steps, summary.Checked, summary.Errors, summary.Warnings, summary.Hints, Fields(summary.Rules),
            Fields(summary.Mistakes)]]);
    }

    /// <summary>How a review of all this ends.</summary>
    public static int ExitCodeOf(RunSummary summary, FailOn failOn) => summary.Unread + summary.Incomplete > 0 ? ExitCode.Trouble
        : failOn switch
        {
            FailOn.Error => summary.Errors > 0,
            FailOn.Warning => summary.Errors + summary.Warnings > 0,
            FailOn.Hint => summary.Errors + summary.Warnings + summary.Hints > 0,
            _ => false,
        } ? ExitCode.Findings : ExitCode.Clean;
}

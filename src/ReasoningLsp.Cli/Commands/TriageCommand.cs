using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Desks;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Routing;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp triage</c>: what a person should look at first, and the same mistake decided once.</summary>
internal sealed class TriageCommand
{
    // Mistakes that nobody shares are listed too where few are shared, since --group takes them as well.
    private const int FewestListed = 20;

    private readonly Argument<string> _name = new("name") { Description = "The run." };
    private readonly Option<int> _budget = new("--budget")
    {
        Description = "How many solutions a person will look at. Default: 20.",
        DefaultValueFactory = _ => 20,
    };
    private readonly Option<bool> _groups = new("--groups") { Description = "List the mistakes that several solutions share." };
    private readonly Option<int?> _group = new("--group")
    {
        Description = "This mistake of --groups, counted from 1: whom it concerns; with --accept or --dismiss, decided for all of them.",
        HelpName = "number",
    };
    private readonly Option<bool> _accept = new("--accept") { Description = "The findings of the group are right." };
    private readonly Option<string?> _dismiss = new("--dismiss")
    {
        Description = "The findings of the group are wrong, for this reason; they are not shown again.",
        HelpName = "reason",
    };
    private readonly Option<string?> _who = Person.Option();
    private readonly Option<ReportFormat> _format = Choices.Option("--format", [.. Choices.Formats.Take(2)], "How lists are written.");

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("triage", "What of a run a person should look at, by what a look is worth.")
        {
            _name, _budget, _groups, _group, _accept, _dismiss, _who, _format,
        };
        command.SetAction((result, cancellationToken) => Task.Run(() => Run(host, result, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = NamedRun.Complete(host, result.GetValue(_name)!);
        RunCheck.Need(run);
        // Read anew for each question: rows are few words each, and none of a million of them has to stay.
        using var lines = new DeskLines(run.Traces);
        var rows = lines.Rows(cancellationToken).SelectMany(some => some);
        var decisions = new Policies(host).For(host.Folder).Decisions;
        if (result.GetValue(_budget) < 1)
            throw new UsageException("--budget is how many solutions a person will look at: 1 or more.");
        if (result.GetValue(_group) is { } number)
            return Decide(host, result, rows, number, decisions);
        if (result.GetValue(_accept) || result.GetValue(_dismiss) is not null)
            throw new UsageException("--accept and --dismiss decide a group: add --group NUMBER, from `triage NAME --groups`.");
        if (result.GetValue(_groups))
            return Groups(host, result, SharedMistake.Of(rows.Select(row => row.Entry), decisions));
        var summary = RunSummary.Read(run);
        var queue = Queue.Of(rows.Select(row => row.Entry), summary.Flagged, summary.Traces, decisions, result.GetValue(_budget),
            CompositeFile.Of(run));
        Write(host, result, new Answer(["worth", "solution", "step", "why"], [.. queue.Select(item =>
            ImmutableArray.Create<object?>(item.Worth, item.Name, item.Step < 0 ? null : item.Step + 1L, item.Why))]));
        // Of a million rows only what a queue lists is compared.
        var listed = queue.Select(item => item.Unit).ToHashSet();
        foreach (var same in rows.Where(row => row.Entry.Steps > 0 && listed.Contains(row.Entry.Unit))
            .GroupBy(row => row.Solution.Hash, Place, StringComparer.Ordinal))
        {
            if (same.Distinct(StringComparer.Ordinal).ToList() is [var first, _, ..] names)
                host.Error.WriteLine($"{first}: the same text as {string.Join(", ", names.Skip(1))}");
        }

        return ExitCode.Clean;
    }

    // An id alone may be the same in several files.
    private static string Place(DeskRow row) =>
        row.Entry.Name.StartsWith(row.File, StringComparison.Ordinal) ? row.Entry.Name : $"{row.File} {row.Entry.Name}";

    private int Groups(ProgramHost host, ParseResult result, ImmutableArray<SharedMistake> mistakes)
    {
        var shared = mistakes.Count(mistake => mistake.Traces > 1);
        Write(host, result, new Answer(["group", "solutions", "findings", "decided", "mistake"],
            [.. mistakes.Take(Math.Max(shared, FewestListed)).Select((mistake, at) => ImmutableArray.Create<object?>(at + 1L,
                (long)mistake.Traces, (long)mistake.State.Findings, mistake.State.ToString(), $"{mistake.Rule} {mistake.Example}"))]));
        if (mistakes.IsEmpty)
            host.Error.WriteLine("Nothing was flagged.");
        else if (shared == 0)
            host.Error.WriteLine("No two solutions share a mistake.");
        if (mistakes.Length > Math.Max(shared, FewestListed))
            host.Error.WriteLine($"{mistakes.Length - Math.Max(shared, FewestListed)} more stand in one solution each.");
        return ExitCode.Clean;
    }

    private int Decide(ProgramHost host, ParseResult result, IEnumerable<DeskRow> rows, int number, DecisionLog decisions)
    {
        var mistakes = SharedMistake.Of(rows.Select(row => row.Entry), decisions);
        if (number < 1 || number > mistakes.Length)
            throw new UsageException($"There are {mistakes.Length} groups: `triage {result.GetValue(_name)} --groups` lists them.");
        var reason = result.GetValue(_dismiss);
        if (result.GetValue(_accept) && reason is not null)
            throw new UsageException("A group is accepted or dismissed, not both.");
        var mistake = mistakes[number - 1];
        List<(DeskRow Row, QueueFinding Finding)> members = [.. rows.SelectMany(row => row.Entry.Findings
            .Where(finding => finding.Key == mistake.Key).Select(finding => (row, finding)))];
        void Show(DecisionLog said) => Write(host, result, new Answer(["solution", "step", "decided", "finding"],
            [.. members.Select(member => ImmutableArray.Create<object?>(member.Row.Entry.Name,
                member.Finding.Step is { } step ? step + 1L : null, default(MistakeState).And(member.Finding, said).ToString(),
                member.Finding.Message))]));
        if (!result.GetValue(_accept) && reason is null)
        {
            Show(decisions);
            return ExitCode.Clean;
        }

        var folder = DecisionFile.HomeOf(host.Folder, host.Folder);
        var kind = reason is null ? DecisionKind.Accepted : DecisionKind.WrongFinding;
        var (when, who) = (host.Clock.GetUtcNow(), result.GetValue(_who) ?? Environment.UserName);
        DecisionFile.Append(folder, members
            .Select(member => new Decision(kind, member.Finding.Rule, member.Finding.Hash, reason ?? string.Empty, when, who)
            { File = member.Row.File, Statement = member.Finding.Message })
            .DistinctBy(decision => decision.Subject));
        Show(new Policies(host).For(host.Folder).Decisions);
        host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Decided for {Plural.Of(mistake.Traces, "solution")}, in {host.Display(Path.Combine(folder, DecisionFile.RelativePath))}."));
        return ExitCode.Clean;
    }

    private void Write(ProgramHost host, ParseResult result, Answer answer) =>
        AnswerText.Write(host.Output, answer, result.GetValue(_format));
}

using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Routing;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp triage</c>: what a person should look at first, and the same mistake decided once.</summary>
internal sealed class TriageCommand
{
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
        command.SetAction((result, cancellationToken) => Task.Run(() => Run(host, result), cancellationToken));
        return command;
    }

    private int Run(ProgramHost host, ParseResult result)
    {
        var run = RunCommand.Named(host, result.GetValue(_name)!);
        if (!run.IsComplete)
            throw new UsageException($"The run {run.Name} is not complete: go on with it, or merge its parts.");
        var traces = RunTraceReader.Read(run).Where(trace => trace.Number is not null).Select(trace => trace with { Line = string.Empty });
        if (result.GetValue(_group) is { } number)
            return Decide(host, result, MistakeGroup.Of(traces), number);
        if (result.GetValue(_accept) || result.GetValue(_dismiss) is not null)
            throw new UsageException("--accept and --dismiss decide a group: add --group NUMBER, from `triage NAME --groups`.");
        if (result.GetValue(_groups))
        {
            Write(host, result, new Answer(["group", "solutions", "findings", "mistake", "for instance"],
                [.. MistakeGroup.Of(traces).Where(group => group.Traces > 1)
                    .Select((group, at) => System.Collections.Immutable.ImmutableArray
                    .Create<object?>(at + 1L, (long)group.Traces, (long)group.Members.Length, group.Key,
                        group.Members[0].Finding.Message))]));
            return ExitCode.Clean;
        }

        var decisions = new Policies(host).For(host.Folder).Decisions;
        var queue = Queue.Of([.. traces], decisions, result.GetValue(_budget));
        Write(host, result, new Answer(["worth", "solution", "step", "why"], [.. queue.Select(item =>
            System.Collections.Immutable.ImmutableArray.Create<object?>(item.Worth, item.Name, item.Step < 0 ? null : item.Step + 1L,
                item.Why))]));
        return ExitCode.Clean;
    }

    private int Decide(ProgramHost host, ParseResult result, IReadOnlyList<MistakeGroup> groups, int number)
    {
        if (number < 1 || number > groups.Count)
            throw new UsageException($"There are {groups.Count} groups: `triage {result.GetValue(_name)} --groups` lists them.");
        var group = groups[number - 1];
        var reason = result.GetValue(_dismiss);
        if (result.GetValue(_accept) && reason is not null)
            throw new UsageException("A group is accepted or dismissed, not both.");
        Write(host, result, new Answer(["solution", "step", "finding"], [.. group.Members.Select(member =>
            System.Collections.Immutable.ImmutableArray.Create<object?>(member.Trace.Name, member.Finding.Step is { } step ? step + 1L
                : null,
                member.Finding.Message))]));
        if (!result.GetValue(_accept) && reason is null)
            return ExitCode.Clean;
        var folder = DecisionFile.HomeOf(host.Folder, host.Folder);
        var kind = reason is null ? DecisionKind.Accepted : DecisionKind.WrongFinding;
        DecisionFile.Append(folder, group.Decided(kind, reason ?? string.Empty, host.Clock.GetUtcNow(),
            result.GetValue(_who) ?? Environment.UserName));
        host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Decided for {Plural.Of(group.Traces, "solution")}, in {host.Display(Path.Combine(folder, DecisionFile.RelativePath))}."));
        return ExitCode.Clean;
    }

    private void Write(ProgramHost host, ParseResult result, Answer answer)
    {
        if (result.GetValue(_format) == ReportFormat.JsonLines)
        {
            AnswerText.WriteJson(host.Output, answer);
            return;
        }

        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        AnswerText.Write(output, answer);
    }
}

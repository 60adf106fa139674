using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp run</c>: what is done with reviews that are kept.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The run, as `run list` shows it." };
    private readonly Argument<string> _sql = new("sql")
    {
        Description = "A statement of SQL over the tables traces (one row a trace) and lines (all that the run's lines say).",
    };
    private readonly Option<string?> _where = new("--where")
    {
        Description = "Only traces of which this holds, in SQL: \"errors > 0 AND language = 'de'\". `run query NAME 'DESCRIBE traces'` "
            + "lists the columns.",
        HelpName = "condition",
    };
    private readonly Option<string?> _by = new("--by") { Description = "Figures for each value of this column.", HelpName = "column" };
    private readonly Option<string?> _order = new("--order") { Description = "Order by these columns.", HelpName = "columns" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many at most. Default: 50.", DefaultValueFactory = _ => 50 };
    private readonly Option<ReportFormat> _format =
        Choices.Option("--format", [.. Choices.Formats.Take(2)], "How tables are written.");

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var list = new Command("list", "The runs that are kept in this folder, or in one above it.");
        list.SetAction(result => List(host));
        var show = new Command("show", "What a run comes to, or figures by the values of a column.") { _name, _where, _by, _format };
        show.SetAction((result, cancellationToken) => Task.Run(() => Show(host, result, cancellationToken), cancellationToken));
        var traces = new Command("traces", "Traces of a run and what was found in them.") { _name, _where, _order, _limit, _format };
        traces.SetAction((result, cancellationToken) => Asked(host, result, questions => questions.List(
            result.GetValue(_where), result.GetValue(_order), result.GetValue(_limit), cancellationToken), cancellationToken));
        var query = new Command("query", "Answer a question to a run in SQL.") { _name, _sql, _format };
        query.SetAction((result, cancellationToken) =>
            Asked(host, result, questions => questions.Ask(result.GetValue(_sql)!, cancellationToken), cancellationToken));
        var merge = new Command("merge", "Put the parts of a run that was shared out together.") { _name };
        merge.SetAction((result, cancellationToken) => MergeAsync(host, Named(host, result), cancellationToken));
        var remove = new Command("remove", "Remove a run and all that it keeps.") { _name };
        remove.SetAction(result => Remove(host, Named(host, result)));
        return new Command("run", "Reviews of many solutions that are kept: list, show, filter, merge, compare.")
        {
            list, show, traces, query, merge, new RunCompare().Create(host), remove,
        };
    }

    private RunFolder Named(ProgramHost host, ParseResult result) => NamedRun.Find(host, result.GetValue(_name)!);

    private static int List(ProgramHost host)
    {
        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        var runs = RunFolder.All(host.Folder).ToList();
        foreach (var run in runs)
        {
            var elsewhere = run.Path == RunFolder.In(host.Folder, run.Name).Path ? string.Empty : $"  in {host.Display(run.Path)}";
            output.WriteLine($"{run.Name}  {StateOf(run)}{elsewhere}");
        }

        if (runs.Count == 0)
            host.Error.WriteLine("No run is kept here: `reasoning-lsp review PATHS --run NAME` makes one.");
        return ExitCode.Clean;
    }

    private static string StateOf(RunFolder run)
    {
        try
        {
            if (!run.IsComplete)
                return run.Parts() is { Count: > 0 } parts ? $"{parts.Count} of {parts[0].Count} parts complete" : "not complete";
            RunCheck.Need(run);
            var summary = RunSummary.Read(run);
            return $"{summary.Traces} traces, {summary.Flagged} flagged";
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    private int Show(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = Named(host, result);
        if (result.GetValue(_by) is { } by)
            return Answered(host, result, questions => Named(questions.By(by, result.GetValue(_where), cancellationToken),
                result.GetValue(_format)));
        if (result.GetValue(_where) is { } where)
            return Answered(host, result, questions => questions.By("'all of these'", where, cancellationToken));
        if (!run.IsComplete)
            throw new UsageException($"The run {run.Name} is not complete: go on with it by the command that began it, or merge its "
                + $"parts.");
        RunCheck.Need(run);
        var summary = RunSummary.Read(run);
        if (result.GetValue(_format) == ReportFormat.JsonLines)
        {
            AnswerText.WriteJson(host.Output, RunText.Row(run, summary));
            return ExitCode.Clean;
        }

        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        RunText.Write(output, run, summary);
        return ExitCode.Clean;
    }

    // A person must see that there is a row of those that do not say.
    private static Answer Named(Answer answer, ReportFormat format) => format == ReportFormat.JsonLines ? answer : answer with
    {
        Rows = [.. answer.Rows.Select(row => row[0] is null ? row.SetItem(0, "unknown") : row)],
    };

    private Task<int> Asked(ProgramHost host, ParseResult result, Func<RunQuestions, Answer> ask, CancellationToken cancellationToken) =>
        Task.Run(() => Answered(host, result, ask), cancellationToken);

    private int Answered(ProgramHost host, ParseResult result, Func<RunQuestions, Answer> ask)
    {
        try
        {
            using var questions = RunQuestions.Open(Named(host, result));
            AnswerText.Write(host.Output, ask(questions), result.GetValue(_format));
            return ExitCode.Clean;
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static async Task<int> MergeAsync(ProgramHost host, RunFolder run, CancellationToken cancellationToken)
    {
        try
        {
            if (run.IsComplete)
                RunCheck.NeedAll(run);
            else
                await Task.Run(() => RunMerge.Lines(run, cancellationToken), cancellationToken).ConfigureAwait(false);
            var summary = await RunIndex.BuildAsync(run, cancellationToken).ConfigureAwait(false);
            run.RemoveParts();
            using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
            RunText.Write(output, run, summary);
            return ExitCode.Clean;
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static int Remove(ProgramHost host, RunFolder run)
    {
        Directory.Delete(run.Path, recursive: true);
        host.Error.WriteLine($"The run {run.Name} is removed.");
        return ExitCode.Clean;
    }
}

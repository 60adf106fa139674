using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Runs.Versions;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp run</c>: what is done with reviews that are kept.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The run, as `run list` shows it." };
    private readonly Argument<string> _other = new("other") { Description = "The run of the later version." };
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
        var list = new Command("list", "The runs that are kept in this folder.");
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
        var compare = new Command("compare", "What became of each solution between two versions: mended, broken, changed without need.")
        {
            _name, _other, _format,
        };
        compare.SetAction((result, cancellationToken) => Task.Run(() => Compare(host, result), cancellationToken));
        return new Command("run", "Reviews of many solutions that are kept: list, show, filter, merge, compare.")
        {
            list, show, traces, query, merge, compare, remove,
        };
    }

    /// <summary>The run that an argument names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RunFolder Named(ProgramHost host, string name) => RunFolder.Find(host.Folder, name)
        ?? throw new UsageException($"There is no run \"{name}\" here: `reasoning-lsp run list` lists them, `reasoning-lsp review … --run "
            + $"{(RunFolder.IsName(name) ? name : "NAME")}` makes one.");

    private RunFolder Named(ProgramHost host, ParseResult result) => Named(host, result.GetValue(_name)!);

    private static int List(ProgramHost host)
    {
        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        var runs = RunFolder.All(host.Folder).ToList();
        foreach (var run in runs)
        {
            var state = run.IsComplete ? $"{RunSummary.Read(run).Traces} traces, {RunSummary.Read(run).Flagged} flagged"
                : run.Parts() is { Count: > 0 } parts ? $"{parts.Count} of {parts[0].Count} parts complete" : "not complete";
            output.WriteLine($"{run.Name}  {state}");
        }

        if (runs.Count == 0)
            host.Error.WriteLine("No run is kept here: `reasoning-lsp review PATHS --run NAME` makes one.");
        return ExitCode.Clean;
    }

    private int Show(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = Named(host, result);
        if (result.GetValue(_by) is { } by)
            return Answered(host, result, questions => questions.By(by, result.GetValue(_where), cancellationToken));
        if (result.GetValue(_where) is { } where)
            return Answered(host, result, questions => questions.By("'all of these'", where, cancellationToken));
        if (!run.IsComplete)
            throw new UsageException($"The run {run.Name} is not complete: go on with it by the command that began it, or merge its "
                + $"parts.");
        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        RunText.Write(output, run, RunSummary.Read(run));
        return ExitCode.Clean;
    }

    private Task<int> Asked(ProgramHost host, ParseResult result, Func<RunQuestions, Answer> ask, CancellationToken cancellationToken) =>
        Task.Run(() => Answered(host, result, ask), cancellationToken);

    private int Answered(ProgramHost host, ParseResult result, Func<RunQuestions, Answer> ask)
    {
        try
        {
            using var questions = RunQuestions.Open(Named(host, result));
            var answer = ask(questions);
            if (result.GetValue(_format) == ReportFormat.JsonLines)
            {
                AnswerText.WriteJson(host.Output, answer);
                return ExitCode.Clean;
            }

            using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
            AnswerText.Write(output, answer);
            return ExitCode.Clean;
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private int Compare(ProgramHost host, ParseResult result)
    {
        RunFolder before = Named(host, result), after = Named(host, result.GetValue(_other)!);
        if ((before.IsComplete ? after.IsComplete ? null : after : before) is { } open)
            throw new UsageException($"The run {open.Name} is not complete: go on with it, or merge its parts.");
        var changes = VersionChange.Of(RunTraceReader.Read(before), RunTraceReader.Read(after));
        if (changes.IsEmpty)
            throw new UsageException($"No solution of {before.Name} has one in {after.Name} to compare it with: neither its id nor its "
                + "problem stands there.");
        var rows = VersionChange.Sum(changes).Select(row =>
        {
            var interval = ProportionIntervals.Wilson(row.Count, row.Of);
            return ImmutableArray.Create<object?>(row.Name, row.Count, row.Of, Math.Round(100 * interval.Low, 2),
                Math.Round(100 * interval.High, 2),
                row.Meaning);
        });
        var answer = new Answer(["what", "solutions", "of", "from %", "to %", "meaning"], [.. rows]);
        if (result.GetValue(_format) == ReportFormat.JsonLines)
        {
            AnswerText.WriteJson(host.Output, answer);
            return ExitCode.Clean;
        }

        using var output = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        AnswerText.Write(output, answer);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Difference in what is flagged: p = {VersionChange.Test(changes).ExactP:0.0000}"
            + $" (McNemar, exact, {Plural.Of(changes.Length, "solution")} in both)."));
        if (VersionChange.TestAnswers(changes) is { } answers)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Difference in right answers: p = {answers.ExactP:0.0000}."));
        if (RunSummary.Read(before).Traces - changes.Length is > 0 and var alone)
            output.WriteLine($"{Plural.Of((int)alone, "solution")} of {before.Name} stands alone and was left out.");
        foreach (var broken in changes.Where(each => !each.WasFlagged && each.IsFlagged).Take(10))
            output.WriteLine($"  broken: {broken.After.Name}: {broken.After.Findings.First(finding => finding.Flags).Message}");
        return ExitCode.Clean;
    }

    private static async Task<int> MergeAsync(ProgramHost host, RunFolder run, CancellationToken cancellationToken)
    {
        try
        {
            if (!run.IsComplete)
                await Task.Run(() => RunMerge.Lines(run, cancellationToken), cancellationToken).ConfigureAwait(false);
            var summary = await RunIndex.BuildAsync(run, cancellationToken).ConfigureAwait(false);
            foreach (var part in run.Parts())
                File.Delete(run.Part(part));
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

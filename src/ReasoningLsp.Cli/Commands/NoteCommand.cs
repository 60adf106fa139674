using System.CommandLine;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Decisions;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp note</c>: a person's words at a step, or his mark of a solution.</summary>
internal sealed class NoteCommand
{
    private readonly Argument<string> _file = new("file") { Description = "The file with the solution." };
    private readonly Option<int?> _step = new("--step")
    {
        Description = "The step, from 1. Default: the solution as a whole.",
        HelpName = "number",
    };
    private readonly Option<string?> _text = new("--text") { Description = "The note, or why this mark.", HelpName = "text" };
    private readonly Option<int?> _mark = new("--mark") { Description = "A mark of the whole solution, from 0 to 4.", HelpName = "0-4" };
    private readonly Option<bool> _remove = new("--remove")
    {
        Description = "Take back the notes of that step; without --step those of the whole and its mark.",
    };
    private readonly Option<string?> _who = Person.Option("Whose words.");
    private readonly Option<int> _trace = new("--trace")
    {
        Description = "Which solution of the file, from 1. Default: 1.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("note",
            "Write a note at a step, or give a solution a mark; kept in .reasoning/decisions.jsonl and shown wherever the step is.")
        {
            _file, _step, _text, _mark, _remove, _who, _trace,
        };
        command.SetAction((result, cancellationToken) => RunAsync(host, result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var (text, mark, removes) = (result.GetValue(_text), result.GetValue(_mark), result.GetValue(_remove));
        if (removes ? text is not null || mark is not null : string.IsNullOrWhiteSpace(text) && mark is null)
            throw new UsageException("Say what to write: --text, or --mark, or --remove alone.");
        if (mark is < 0 or > Decision.BestMark)
            throw new UsageException($"--mark is from 0 to {Decision.BestMark}.");
        if (mark is not null && result.GetValue(_step) is not null)
            throw new UsageException("A mark is of the whole solution: leave --step out.");
        var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(_file)!, result.GetValue(_trace), cancellationToken)
            .ConfigureAwait(false);
        loaded.RefuseIfNotWhole("Nothing is written");
        var trace = loaded.Reviewed.Trace;
        if (result.GetValue(_step) is { } number && (number < 1 || number > trace.Steps.Length))
            throw new UsageException($"--step is from 1 to {trace.Steps.Length} in this solution.");
        var step = result.GetValue(_step) - 1;
        var (name, now, who) = (SolutionName.Of(trace, loaded.Path), host.Clock.GetUtcNow(), result.GetValue(_who));
        if (removes)
            return Remove(host, loaded, step, who);
        loaded.Decide(host, mark is { } given ? Saying.Mark(name, given, text ?? string.Empty, now, who)
            : Saying.Note(name, step, text!, step is { } at ? trace.Steps[at].Text.Text : trace.Problem?.Text, now, who));
        return ExitCode.Clean;
    }

    private static int Remove(ProgramHost host, LoadedTrace loaded, int? step, string? who)
    {
        var (log, people) = (loaded.Review.Policy.Decisions, loaded.Reviewed.People);
        var said = people.NotesAt(step).Select(note => log.Note(note.Id)).OfType<Decision>().ToList();
        if (step is null && people.Mark is not null)
            said.AddRange(log.MarksOf(SolutionName.Of(loaded.Reviewed.Trace, loaded.Path)));
        if (said.Count == 0)
            throw new UsageException("There is no note or mark to take back.");
        foreach (var each in said)
            loaded.Decide(host, each.Undo(host.Clock.GetUtcNow(), who));
        return ExitCode.Clean;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Cli.Judging;

/// <summary>Options that apply a checklist and choose a judge.</summary>
internal sealed class JudgingArguments
{
    private readonly Option<string[]> _checklists = new("--checklist")
    {
        Description = "Apply this checklist: a built-in one, one of .reasoning/checklists, or a Markdown file. Default: what a file's "
            + "front matter names. `checklist list` shows them.",
        HelpName = "name|file",
    };
    private readonly Option<string?> _judge = new("--judge")
    {
        Description = "Ask this model what no exact check answers: builtin, an added model, or a GGUF file.",
        HelpName = "model",
    };
    private readonly Option<bool> _vary = new(
        "--vary")
    { Description = "Put every question in six forms and show how far the judge's answers spread." };
    private readonly Option<bool> _reasons = new(
        "--reasons")
    { Description = "Have the judge write a reason, and the step it points to, for every verdict." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_checklists, _judge, _vary, _reasons])
            command.Options.Add(option);
    }

    /// <summary>What was chosen.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public JudgingChoice Choice(ProgramHost host, ParseResult result)
    {
        var judge = result.GetValue(_judge);
        var options = new JudgeOptions
        {
            Vary = result.GetValue(_vary),
            Reason = result.GetValue(_reasons),
            Priority = RequestPriority.Background,
        };
        if (judge is null && (options.Vary || options.Reason))
            throw new UsageException("--vary and --reasons are asked of a judge: add --judge MODEL.");
        return new JudgingChoice(List(host, result.GetValue(_checklists) ?? []), judge is null ? null : JudgeChoice.Named(judge, host),
            options, result.GetValue<bool>("--in-process"));
    }

    /// <summary>The list that <paramref name="names"/> name, or null where there are none.</summary>
    /// <exception cref="UsageException">One of them cannot be found or read.</exception>
    public static Checklist? List(ProgramHost host, IReadOnlyList<string> names)
    {
        var library = new ChecklistLibrary(host.Folder, FolderFiles.Anywhere);
        var lists = ImmutableArray.CreateBuilder<Checklist>();
        foreach (var name in names)
        {
            var path = Path.GetFullPath(name, host.Folder);
            var (list, problems) = File.Exists(path)
                ? ChecklistLibrary.ReadFile(FolderFiles.Anywhere, path, Path.GetFileNameWithoutExtension(path))
                : library.Named(name);
            if (list is null or { Items.IsEmpty: true })
                throw new UsageException(problems[0].Message);
            foreach (var problem in problems)
                host.Error.WriteLine(problem.Line > 0 ? $"{name}:{problem.Line}: {problem.Message}" : problem.Message);
            lists.Add(list);
        }

        return lists.Count == 0 ? null : Checklist.Join(lists.ToImmutable());
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Correcting;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Decided;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp checklist</c>: list, show, draft and decide.</summary>
internal static class ChecklistCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host) =>
        new("checklist", "Checklists: what there is, drafts for a problem, what decisions teach, and a reviewer's decisions.") { List(host),
        Generate(host), new ChecklistLearn().Create(host), Decide(host) };

    private static Command List(ProgramHost host)
    {
        var name = new Argument<string?>("name")
        {
            Description = "Show the items of this list, and which of them exact checks answer.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "List the checklists, or show one.") { name };
        command.SetAction(result =>
        {
            using var output = Writer(host);
            if (result.GetValue(name) is not { } wanted)
            {
                foreach (var each in new ChecklistLibrary(host.Folder, FolderFiles.Anywhere).Names())
                    output.WriteLine(each);
                return ExitCode.Clean;
            }

            foreach (var item in JudgingArguments.List(host, [wanted])!.Items)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(ExactItems.AnswererOf(item) is { } check ? $"check {check}" : "judge"),-34} {item.Weight,4} {item.Question}"));
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Generate(ProgramHost host)
    {
        var file = new Argument<string>("file") { Description = "The file with the problem." };
        var judge = new Option<string>("--judge")
        {
            Description = "The model that drafts: builtin, an added model, or a GGUF file. Default: builtin.",
            HelpName = "model",
            DefaultValueFactory = _ => "builtin",
        };
        var target = new Option<string>("--output", "-o")
        {
            Description = "The file to write, which is then yours: it is never written over.",
            HelpName = "file",
            Required = true,
        };
        var inProcess = new Option<bool>("--in-process")
        {
            Description = "Compute in this process instead of the shared engine.",
            Hidden = true,
        };
        var command = new Command("generate", "Have a model draft a checklist for a problem, into a file that you own.") { file, judge,
            target, inProcess, Reproducible.Option() };
        command.SetAction(async (result, cancellationToken) =>
        {
            var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(file)!, 1, cancellationToken).ConfigureAwait(false);
            var path = Path.GetFullPath(result.GetValue(target)!, host.Folder);
            if (File.Exists(path))
                throw new UsageException($"{host.Display(path)} exists already and is not written over: name another file.");
            if (loaded.Reviewed.Trace.Problem is null)
                throw new UsageException($"{host.Display(loaded.Path)} states no problem, and a checklist is drafted from one.");
            var model = JudgeChoice.Named(result.GetValue(judge)!, host);
            await using var engine = EngineChoice.Open(result.GetValue(inProcess), Reproducible.Of(host, result));
            try
            {
                var draft = await new ChecklistAuthor(engine, model).WriteAsync(loaded.Reviewed,
                    Path.GetFileNameWithoutExtension(path), cancellationToken).ConfigureAwait(false);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(
                    ChecklistWriter.Write(draft.List, $"Drafted by {model.Name}. Read every question before you rely on it.")));
                var (all, own) = (draft.List.Items.Length, draft.FromProblem);
                host.Error.WriteLine($"{Plural.Of(all, "question")} in {host.Display(path)}: {own} from the problem's text, {all - own} "
                    + $"by {model.Name}; {draft.Dropped} of its lines dropped (said already, not about this problem, or no more than it "
                    + "says).");
                return loaded.Ended(ExitCode.Clean);
            }
            catch (Exception error) when (error is InferenceException or IOException or UnauthorizedAccessException)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }

    private static Command Decide(ProgramHost host)
    {
        var file = new Argument<string>("file") { Description = "The file with the solution." };
        var list = new Option<string>("--checklist") { Description = "The checklist.", HelpName = "name|file", Required = true };
        var item = new Option<int>("--item") { Description = "Which item, from 1.", HelpName = "number", Required = true };
        var verdict = new Option<string>("--verdict") { Description = "What is right.", HelpName = "yes|no|n/a|unsure", Required = true };
        var reason = new Option<string?>("--reason") { Description = "Why.", HelpName = "text" };
        var who = Person.Option();
        var trace = new Option<int>("--trace")
        {
            Description = "Which solution of the file, from 1. Default: 1.",
            HelpName = "number",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("decide",
            "Accept or overrule the verdict on an item; kept in .reasoning/decisions.jsonl as long as the text stands.") { file, list, item,
            verdict, reason, who, trace };
        command.SetAction(async (result, cancellationToken) =>
        {
            var loaded = await LoadedTrace.OpenAsync(host, result.GetValue(file)!, result.GetValue(trace), cancellationToken)
                .ConfigureAwait(false);
            loaded.RefuseIfNotWhole("Nothing is decided");
            var items = JudgingArguments.List(host, [result.GetValue(list)!])!;
            var verdicts = ExactChecklist.Apply(loaded.Reviewed, items, loaded.Review.Policy.Options).Verdicts;
            var number = result.GetValue(item);
            if (number < 1 || number > verdicts.Length)
                throw new UsageException($"--item is from 1 to {verdicts.Length} in this checklist.");
            if (VerdictText.Parse(result.GetValue(verdict)!) is not { } answer)
                throw new UsageException("--verdict is yes, no, n/a or unsure.");
            var decision = ItemDecisions.Of(loaded.Reviewed.Trace, verdicts[number - 1], answer, result.GetValue(reason) ?? string.Empty,
                host.Clock.GetUtcNow(), result.GetValue(who));
            loaded.Decide(host, decision);
            return ExitCode.Clean;
        });
        return command;
    }

    private static StreamWriter Writer(ProgramHost host) => new(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
}

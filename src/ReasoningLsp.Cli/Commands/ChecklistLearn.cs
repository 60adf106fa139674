using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Checklists.Lists;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Runs.Criteria;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp checklist learn</c>: criteria from what people decided on a run.</summary>
internal sealed class ChecklistLearn
{
    private readonly Argument<string> _name = new("name") { Description = "The run on whose solutions people decided." };
    private readonly Option<string> _judge = new("--judge")
    {
        Description = "The model that writes questions and answers them: builtin, an added model, or a GGUF file.",
        HelpName = "model",
        Required = true,
    };
    private readonly Option<string> _target = new("--output", "-o")
    {
        Description = "The file to write, which is then yours: it is never written over, and counts only where you name it.",
        HelpName = "file",
        Required = true,
    };
    private readonly Option<string> _before = new("--checklist")
    {
        Description = "The list that is used so far, to compare with. Default: worked-solution.",
        HelpName = "name|file",
        DefaultValueFactory = _ => "worked-solution",
    };
    private readonly Option<string> _labels = new("--labels")
    {
        Description = "What is true: decisions and marks (the default), records for the records' own labels, or a JSONL file.",
        HelpName = "decisions|records|file",
        DefaultValueFactory = _ => "decisions",
    };
    private readonly Option<bool> _inProcess = new("--in-process") { Hidden = true };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("learn", "Learn questions from what people decided on a run, into a file that you own, with its worth on "
            + "decisions that were held back.") { _name, _judge, _target, _before, _labels, _inProcess, Reproducible.Option() };
        command.SetAction((result, cancellationToken) => LearnAsync(host, result, cancellationToken));
        return command;
    }

    private async Task<int> LearnAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var run = NamedRun.Find(host, result.GetValue(_name)!);
        var path = Path.GetFullPath(result.GetValue(_target)!, host.Folder);
        if (File.Exists(path))
            throw new UsageException($"{host.Display(path)} exists already and is not written over: name another file.");
        NamedRun.Complete(run);
        var before = JudgingArguments.List(host, [result.GetValue(_before)!])!;
        var (learn, held) = CriteriaLearner.Split(Judged(host, result, run));
        if (!CriteriaLearner.IsEnough(learn) || !CriteriaLearner.IsEnough(held))
        {
            var (right, wrong) = (learn.Concat(held).Count(each => each.IsRight), learn.Concat(held).Count(each => !each.IsRight));
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"There are {right} right and {wrong} wrong solutions that people decided on; it takes {2 * CriteriaLearner.Fewest} of "
                    + $"each, in solutions that differ, and some thirty to be of use. At the desk, accept a finding or give a "
                    + $"mark of 0 or 1 for wrong, 3 or 4 for right."));
        }

        var model = JudgeChoice.Named(result.GetValue(_judge)!, host);
        await using var engine = EngineChoice.Open(result.GetValue(_inProcess), Reproducible.Of(host, result));
        try
        {
            var learner = new CriteriaLearner(new Judge(engine), model, new CriterionAuthor(engine, model));
            ImmutableArray<ChecklistItem> open = [.. before.Items.Where(item => ExactItems.AnswererOf(item) is null)];
            var learned = await learner.LearnAsync(learn, held, open, host.Error.WriteLine, cancellationToken).ConfigureAwait(false);
            var isOfSame = held.Select(each => each.Problem).Intersect(learn.Select(each => each.Problem)).Any();
            return Told(host, path, run.Name, model.Name, before.Name, learned, isOfSame);
        }
        catch (Exception error) when (error is InferenceException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }
    }

    private static int Told(ProgramHost host, string path, string run, string model, string before, LearnedChecklist learned,
        bool isOfSame)
    {
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (learned.Criteria.IsEmpty)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"None of {learned.Tried} questions tells right from wrong in "
                + $"{learned.Learned} decided solutions, as {model} answers them. Nothing is written."));
            return ExitCode.Findings;
        }

        foreach (var criterion in learned.Criteria)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{criterion.Auc:0.00}  {criterion.Question}{(criterion.Wordings > 1
                    ? $" ({criterion.Wordings} wordings, {criterion.Duels} duels)" : string.Empty)}"));
        }

        var worth = string.Create(CultureInfo.InvariantCulture,
            $"On {learned.Held} decided solutions held back a right one stands above a wrong one: {Share(learned.Before)} by the questions "
                + $"of {before} that need a judge, {Share(learned.After)} by these.{(learned.After?.Auc > learned.Before?.Auc
                    || learned.Before is null ? string.Empty : " They tell no more than that list does.")}{(isOfSame
                        ? " What was held back is of the same problems; of others nothing is known." : string.Empty)}");
        output.WriteLine(worth);
        var introduction = string.Create(CultureInfo.InvariantCulture,
            $"Learned by {model} from {learned.Learned} decided solutions of the run {run}. {worth} Read every question before you rely on "
                + $"it.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(ChecklistWriter.Write(new Checklist(Path.GetFileNameWithoutExtension(path),
            [.. learned.Criteria.Select(criterion => new ChecklistItem(criterion.Question))]), introduction)));
        host.Error.WriteLine($"{Plural.Of(learned.Criteria.Length, "question")} of {learned.Tried} tried, in {host.Display(path)}. Nothing "
            + $"else has changed: name it by --checklist or in front matter to use it.");
        return ExitCode.Clean;
    }

    private static string Share((double Auc, Interval Interval)? worth) => worth is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Auc:0.00} [{known.Interval.Low:0.00}, {known.Interval.High:0.00}]")
        : "nothing is asked";

    private List<JudgedTrace> Judged(ProgramHost host, ParseResult result, RunFolder run)
    {
        var decisions = new Policies(host).For(host.Folder).Decisions;
        var isDecided = result.GetValue(_labels) is "decisions";
        try
        {
            var labels = result.GetValue(_labels)! switch
            {
                "decisions" => LabelSource.Decisions(decisions),
                "records" => LabelSource.Records,
                var file => LabelSource.File(Path.GetFullPath(file, host.Folder)),
            };
            return
            [
                .. RunTraceReader.Read(run).Where(trace => trace.Number is not null)
                    .Select(trace => JudgedTrace.Of(trace, labels, isDecided ? decisions.MarkOf(trace.Solution)?.Mark : null))
                    .OfType<JudgedTrace>(),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(error.Message);
        }
    }
}

using System.CommandLine;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Runs.Exporting;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>What an export takes as true, leaves out and adds.</summary>
internal sealed class ExportArguments
{
    private const string OwnScores = "scores";
    private const double UsualShare = 0.8;

    private static readonly (string Word, Func<RunTrace, string> Value)[] s_domains =
    [
        ("source", trace => trace.Labels.Source ?? "unknown"), ("kind", trace => trace.Labels.Kind ?? "unknown"),
        ("language", trace => trace.Labels.Language ?? "unknown"),
    ];

    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "What is true: decisions, or a JSONL file with id or hash and label. Default: the records' own labels. Steps "
            + "that exact checks refute are wrong in any case, unless people called the finding wrong.",
        HelpName = "decisions|file",
    };
    private readonly Option<double?> _certain = new("--certain")
    {
        Description = "Label steps that nobody judged by the reward model where it is this sure, from 0.5 to 1.",
        HelpName = "share",
    };
    private readonly Option<string?> _monteCarlo = new("--monte-carlo")
    {
        Description = "Label steps that nobody judged by how often completions from there reached the answer: lines of `progress --all "
            + "--format jsonl`, or of {\"id\": …, \"rates\": [one a step]}.",
        HelpName = "file",
    };
    private readonly Option<bool> _soft = new("--soft")
    {
        Description = "Write a real number beside each hard label: the Monte-Carlo rate, or the probability that calibration found.",
    };
    private readonly Option<string?> _consensus = new("--consensus")
    {
        Description = "Keep only what Monte Carlo and a judge agree on, the first wrong step: scores (the run's own), another run of the "
            + "same traces, or a JSONL file with id or hash and label.",
        HelpName = "scores|run|file",
    };
    private readonly Option<string?> _peer = new("--peer")
    {
        Description = "Leave out the records that fit another reward model worst: a run of the same traces with its scores.",
        HelpName = "run",
    };
    private readonly Option<double?> _keep = new("--keep")
    {
        Description = "The share of records that the peer keeps. Default: 0.8.",
        HelpName = "share",
    };
    private readonly Option<string?> _weigh = new("--weigh")
    {
        Description = "Add a weight by which no domain drowns the others: source, kind or language.",
        HelpName = "column",
    };
    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "With --weigh: a JSON file of domain and weight, such as a training that learns them writes. Default: by the number "
            + "of records to the power of 0.3.",
        HelpName = "file",
    };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_labels, _certain, _monteCarlo, _soft, _consensus, _peer, _keep, _weigh, _weights])
            command.Add(option);
    }

    /// <summary>What is asked for.</summary>
    /// <exception cref="UsageException">It cannot be had.</exception>
    public ExportPlan Plan(ProgramHost host, ParseResult result, ExportFormat format)
    {
        var rates = result.GetValue(_monteCarlo) is { } file
            ? Told(file, () => MonteCarloFile.Read(Path.GetFullPath(file, host.Folder))) : null;
        if (result.GetValue(_consensus) is not null && rates is null)
            throw new UsageException("--consensus is one of Monte Carlo and a judge: add --monte-carlo FILE.");
        if (format == ExportFormat.Preference && (result.GetValue(_soft) || result.GetValue(_certain) is not null))
            throw new UsageException("A pair has no labels of steps: --soft and --certain are of the other formats.");
        if (result.GetValue(_keep) is not null && result.GetValue(_peer) is null)
            throw new UsageException("--keep is the share that a peer keeps: add --peer RUN.");
        if (result.GetValue(_weights) is not null && result.GetValue(_weigh) is null)
            throw new UsageException("--weights are of domains: add --weigh source, kind or language.");
        var plan = new ExportPlan
        {
            Format = format,
            Labels = Labels(host, result.GetValue(_labels)),
            Decisions = Decisions(host),
            Certain = Share(result, _certain, 0.5),
            IsSoft = result.GetValue(_soft),
            Rates = rates,
            Consensus = result.GetValue(_consensus) is { } judge ? new Consensus(rates!, Judge(host, judge)) : null,
            Peer = result.GetValue(_peer) is { } peer
                ? Told(peer, () => PeerFilter.Of(RunTraceReader.Read(NamedRun.Complete(host, peer)))) : null,
            Share = Share(result, _keep, 0) ?? UsualShare,
            Domain = result.GetValue(_weigh) is { } weigh ? Domain(weigh) : null,
        };
        return result.GetValue(_weights) is { } weights ? plan with
        {
            Weights = counts => Told(weights, () => DomainWeights.Given(File.ReadAllText(Path.GetFullPath(weights, host.Folder)), counts)),
        } : plan;
    }

    /// <summary>Tells of lines of the files of labels and rates that said nothing of any trace.</summary>
    public void TellLeft(ProgramHost host, ParseResult result, ExportPlan plan)
    {
        LeftLines.Tell(host, result.GetValue(_labels), plan.Labels.Left);
        LeftLines.Tell(host, result.GetValue(_monteCarlo), plan.Rates?.Left ?? []);
        LeftLines.Tell(host, result.GetValue(_consensus), plan.Consensus?.Left ?? []);
    }

    private static DecisionLog Decisions(ProgramHost host) => new Policies(host).For(host.Folder).Decisions;

    private static LabelSource Labels(ProgramHost host, string? labels) => labels switch
    {
        null => LabelSource.Records,
        "decisions" => LabelSource.Decisions(Decisions(host)),
        var file => Told(file, () => LabelSource.File(Path.GetFullPath(file, host.Folder))),
    };

    private static LabelSource Judge(ProgramHost host, string judge) => judge == OwnScores ? LabelSource.Scores
        : RunFolder.Find(host.Folder, judge) is not null
            ? Told(judge, () => LabelSource.ScoresOf(RunTraceReader.Read(NamedRun.Complete(host, judge))))
            : Labels(host, judge);

    private static Func<RunTrace, string> Domain(string word) =>
        Array.Find(s_domains, each => each.Word == word) is { Value: { } value } ? value
            : throw new UsageException($"--weigh takes source, kind or language, not \"{word}\".");

    private static double? Share(ParseResult result, Option<double?> option, double least) =>
        result.GetValue(option) is not { } share ? null
            : share <= 1 && (least > 0 ? share >= least : share > 0) ? share
            : throw new UsageException($"{option.Name} is a share {(least > 0 ? "from 0.5 to 1" : "above 0 and up to 1")}.");

    private static T Told<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException error)
        {
            throw new UsageException($"{name}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {FileReason.Of(name, error)}");
        }
    }
}

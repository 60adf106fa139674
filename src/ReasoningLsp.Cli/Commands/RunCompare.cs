using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Runs.Versions;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp run compare</c>: two versions, solution by solution.</summary>
internal sealed class RunCompare
{
    private const int MostNamed = 5;

    private readonly Argument<string> _before = new("before") { Description = "A run, a file or a folder: the earlier version." };
    private readonly Argument<string?> _after = new("after")
    {
        Description = "The later version.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _git = new("--git")
    {
        Description = "Compare what this revision of git has of a file or a folder with what lies there now. Default: HEAD.",
        HelpName = "revision",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<ReportFormat> _format =
        Choices.Option("--format", [.. Choices.Formats.Take(2)], "How tables are written.");

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var compare = new Command("compare", "What became of each solution between two versions: mended, broken, changed without need.")
        {
            _before, _after, _git, _format,
        };
        compare.SetAction((result, cancellationToken) => Task.Run(() => Run(host, result, cancellationToken), cancellationToken));
        return compare;
    }

    private int Run(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var (earlier, name) = (result.GetValue(_before)!, result.GetValue(_before)!);
        ImmutableArray<RunTrace> before, after;
        if (result.GetResult(_git) is { Implicit: false })
        {
            if (result.GetValue(_after) is not null)
                throw new UsageException("--git compares one file or folder with itself: name no second one.");
            var path = Path.GetFullPath(earlier, host.Folder);
            var review = new VersionReview(host);
            var revision = result.GetValue(_git) ?? "HEAD";
            (before, after) = ([.. review.InGit(path, revision, cancellationToken)],
                Path.Exists(path) ? [.. review.OnDisk(path, cancellationToken)] : throw NoVersion(earlier));
            name = revision;
        }
        else
        {
            if (result.GetValue(_after) is not { } later)
                throw new UsageException("Name the later version too, or compare with git's by --git.");
            (before, after) = (Version(host, earlier, cancellationToken), Version(host, later, cancellationToken));
        }

        // Files that were named lie alike; in runs of two copies the folders differ.
        var pairs = VersionPairs.Of(before, after, byPath: RunFolder.Find(host.Folder, result.GetValue(_after) ?? string.Empty) is null);
        var changes = pairs.Changes;
        if (changes.IsEmpty)
            throw new UsageException($"No solution of {name} has one in {result.GetValue(_after) ?? earlier} to compare it with: neither "
                + "its id nor its problem stands there.");
        var (one, other) = Words(name, result.GetValue(_after));
        var answer = new Answer(["what", "solutions", "of", "% at least", "% at most", "meaning"],
            [.. VersionChange.Sum(changes, one, other).Select(row =>
            {
                var interval = ProportionIntervals.Wilson(row.Count, row.Of);
                return ImmutableArray.Create<object?>(row.Name, row.Count, row.Of, Math.Round(100 * interval.Low, 2),
                    Math.Round(100 * interval.High, 2), row.Meaning);
            })]);
        AnswerText.Write(host.Output, answer, result.GetValue(_format));
        var isJson = result.GetValue(_format) == ReportFormat.JsonLines;
        using var text = new StreamWriter(host.Output, leaveOpen: true) { NewLine = "\n" };
        TellLeft(isJson ? host.Error : text, pairs, one, other);
        if (!isJson)
            TellDifference(text, changes);
        return ExitCode.Clean;
    }

    private static (string Before, string After) Words(string before, string? after) =>
        after is null ? (before, "what lies here") : before == after ? ("the first", "the second") : (before, after);

    private static void TellLeft(TextWriter output, VersionPairs pairs, string before, string after)
    {
        void Tell(ImmutableArray<string> names, string what, string version, string one, string several)
        {
            if (!names.IsEmpty)
                output.WriteLine($"{Plural.Of(names.Length, what)} of {version} {(names.Length == 1 ? one : several)}: {Some(names)}.");
        }

        foreach (var (names, version) in new[] { (pairs.OnlyBefore, before), (pairs.OnlyAfter, after) })
            Tell(names, "solution", version, "stands alone and was left out", "stand alone and were left out");
        foreach (var (names, version) in new[] { (pairs.TwiceBefore, before), (pairs.TwiceAfter, after) })
            Tell(names, "name", version, "stands more than once; its first was taken", "stand more than once; the first of each was taken");
    }

    private static string Some(ImmutableArray<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? ", …" : string.Empty);

    private static void TellDifference(StreamWriter output, ImmutableArray<VersionChange> changes)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Difference in what is flagged: {ChanceText.Of(VersionChange.Test(changes).ExactP)}"
            + $" (McNemar, exact, {Plural.Of(changes.Length, "solution")} in both)."));
        if (VersionChange.TestAnswers(changes) is { } answers)
            output.WriteLine($"Difference in right answers: {ChanceText.Of(answers.ExactP)}.");
        foreach (var broken in changes.Where(each => !each.WasFlagged && each.IsFlagged).Take(10))
            output.WriteLine($"  broken: {NameOf(broken.After)}: {broken.After.Findings.First(finding => finding.Flags).Message}");
        foreach (var needless in changes.Where(each => !each.IsOther && each.ChangedWithoutNeed.Length > 0).Take(10))
            output.WriteLine($"  changed without need: {NameOf(needless.Before)}, step "
                + string.Join(", ", needless.ChangedWithoutNeed.Select(step => (step + 1).ToString(CultureInfo.InvariantCulture))));
    }

    // Of one file that was named there is no name left but the number.
    private static string NameOf(RunTrace trace) => trace.Id ?? (trace.File.Length > 0 ? trace.Name
        : string.Create(CultureInfo.InvariantCulture, $"solution {trace.Number + 1}"));

    private static UsageException NoVersion(string name) => new($"\"{name}\" is no run, file or folder here.");

    private static ImmutableArray<RunTrace> Version(ProgramHost host, string name, CancellationToken cancellationToken)
    {
        if (RunFolder.Find(host.Folder, name) is { } run)
            return [.. RunTraceReader.Read(NamedRun.Complete(run)).Select(trace => trace with { Line = string.Empty })];

        var path = Path.GetFullPath(name, host.Folder);
        return Path.Exists(path) ? [.. new VersionReview(host).OnDisk(path, cancellationToken)] : throw NoVersion(name);
    }
}

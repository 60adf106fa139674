using System.Text;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Writes a baseline, or tells which entries of one are stale. Not thread-safe.</summary>
internal sealed class BaselineUse(ProgramHost host, ReviewRequest request, Policies policies)
{
    private readonly HashSet<string> _reviewed = new(StringComparer.Ordinal);
    private readonly List<BaselineEntry> _entries = [];

    /// <summary>Remembers that a file was reviewed.</summary>
    public void Reviewed(InputFile file)
    {
        if (file.Path is { } path)
            _reviewed.Add(path);
    }

    /// <summary>The trace as it is reported; when a baseline is written, its findings go there instead.</summary>
    public ReviewedTrace Record(ReviewedTrace trace)
    {
        if (!request.WriteBaseline || trace.Keys.IsEmpty)
            return trace;
        var file = RelativeTo(request.Baseline!, Path.GetFullPath(trace.Source.File, host.Folder));
        _entries.AddRange(trace.Keys.Select(key => new BaselineEntry(key, file)));
        return trace with { Review = trace.Review.WithFindings([]), Keys = [] };
    }

    /// <summary>Writes the baseline, or names stale entries on standard error. Returns what went wrong.</summary>
    public IEnumerable<InputProblem> Finish()
    {
        if (request.WriteBaseline)
            return Write(request.Baseline!);
        foreach (var (path, matcher) in policies.Folders.Baselines)
            ReportStale(path, matcher);
        return [];
    }

    private IEnumerable<InputProblem> Write(string path)
    {
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(BaselineFile.Format(new Baseline(_entries))));
            host.Error.WriteLine($"{host.Display(path)}: {Plural.Of(_entries.Count, "finding")} written down as known.");
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [new InputProblem(host.Display(path), null, $"The baseline cannot be written: {error.Message}")];
        }
    }

    private void ReportStale(string path, BaselineMatcher matcher)
    {
        var folder = Path.GetDirectoryName(path)!;
        var stale = matcher.Stale(entry =>
        {
            var file = Path.GetFullPath(entry.File, folder);
            return (request.Rules.IsEmpty || request.Rules.Contains(entry.Key.Rule)) && (_reviewed.Contains(file) || !File.Exists(file));
        });
        if (stale.IsEmpty)
            return;
        host.Error.WriteLine($"{host.Display(path)}: {stale.Length} stale {(stale.Length == 1 ? "entry" : "entries")}, mended or changed "
            + $"since; --write-baseline drops them:");
        foreach (var entry in stale)
            host.Error.WriteLine(VisibleText.Of($"  {entry.Key.Rule} in {entry.File} (step {entry.Key.Step})"));
    }

    private static string RelativeTo(string baseline, string path) =>
        Path.GetRelativePath(Path.GetDirectoryName(baseline)!, path).Replace(Path.DirectorySeparatorChar, '/');
}

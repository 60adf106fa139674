using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Runs.Figures;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>A review that is kept: what is found goes line by line into a run's folder, in the order of the inputs.</summary>
internal sealed class KeptRun
{
    private readonly ProgramHost _host;
    private readonly ReviewRequest _request;
    private readonly RunTarget _target;
    private readonly Policies _policies;
    private readonly ReviewPipeline _pipeline;
    private readonly ProgressLine _progress;
    private readonly HeldUnits _held;
    private ReviewSummary _done = ReviewSummary.Empty;

    /// <summary>A review of what is asked for, into a target.</summary>
    public KeptRun(ProgramHost host, ReviewRequest request, RunTarget target, Func<ReviewOptions, IExactReviewer> exact,
        ReviewPipeline pipeline)
    {
        (_host, _request, _target, _pipeline) = (host, request, target, pipeline);
        _policies = new Policies(host, request.Policy with { IgnoresBaselines = true, IgnoresDecisions = true }, exact);
        _progress = new ProgressLine(host);
        _held = new HeldUnits(target.Folder.Name);
    }

    /// <summary>Begins the run or goes on with it, and returns the exit code for all of it.</summary>
    /// <exception cref="UsageException">The run is another's: other settings, other inputs, another process.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the same command goes on.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = _target.Folder;
        var list = new WorkList(_host, _request, _policies, cancellationToken);
        var inputs = list.Inputs().ToList();
        var isNew = !File.Exists(folder.Settings);
        // A name that was mistyped shall not begin a run, with which the right one would differ.
        if (isNew && inputs.Count > 0 && inputs.All(input => input is WorkItem.Document { File: { IsNamed: true, Path: { } path } }
            && !File.Exists(path)))
            throw new UsageException($"None of the inputs is there ({((WorkItem.Document)inputs[0]).File.Display} is the first): check the "
                + "spelling and the folder. No run was begun.");
        var copies = await CopiesAsync(inputs, cancellationToken).ConfigureAwait(false);
        var settings = Settings(inputs, copies);
        if (!isNew && RunSettings.Read(folder).Difference(settings) is { } difference)
        {
            throw new UsageException($"The run {folder.Name} cannot go on: {difference}. Give another name, or remove it with "
                + $"`reasoning-lsp run remove {folder.Name}`.");
        }

        settings.Write(folder);
        for (var at = 0; at < inputs.Count; at++)
        {
            if (copies[at] is { } copy && inputs[at] is WorkItem.Document document)
                inputs[at] = document with { File = copy.Keep() };
        }

        if (_target.Shard.IsWhole ? !RunCheck.IsWhole(folder)
            : !folder.IsComplete && !RunPart.IsSealed(folder, _target.Shard, settings))
        {
            await ReviewAsync(inputs.SelectMany(list.Work), settings, cancellationToken).ConfigureAwait(false);
            foreach (var left in list.Left)
                _host.Error.WriteLine(left);
        }

        return await EndAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task ReviewAsync(IEnumerable<WorkItem> items, RunSettings settings, CancellationToken cancellationToken)
    {
        using var part = Open();
        if (part.NextUnit > 0)
            _host.Error.WriteLine($"Going on with the run {_target.Folder.Name} at input {part.NextUnit + 1}.");
        using var lines = new RunLine();
        var inputs = 0L;
        IEnumerable<WorkItem> Counted()
        {
            foreach (var item in items)
            {
                inputs += (item as WorkItem.Records)?.Lines.Length ?? 1;
                yield return item;
            }
        }

        var worker = new Worker(_host, _pipeline, null);
        await OrderedWork.RunAsync(RunWork.Of(Counted(), _target.Shard, part.NextUnit, _request.AsksModels),
            async (work, token) => (work, await worker.DoAsync(work.Item, token).ConfigureAwait(false)),
            done => Take(part, lines, done.work, done.Item2), _host.AtOnce, cancellationToken).ConfigureAwait(false);
        _progress.Clear();
        _held.End(part);
        part.Commit(inputs, settings);
    }

    private RunPart Open()
    {
        try
        {
            return RunPart.Open(_target.Folder, _target.Shard, _host.Clock);
        }
        catch (IOException error)
        {
            throw new UsageException($"The run {_target.Folder.Name} cannot be written: {error.Message} If another process is at it, let "
                + "that one end, or share the run out with --shard.");
        }
    }

    private void Take(RunPart part, RunLine lines, RunWork work, WorkResult result)
    {
        foreach (var problem in result.Problems)
        {
            _progress.Clear();
            _host.Error.WriteLine(ProblemText.Of(problem));
        }

        if (work.Item is WorkItem.Problem { IsCutOff: true } cut)
        {
            throw new UsageException($"The run {_target.Folder.Name} stops here and is not complete: {cut.What.File} lacks its end. Put "
                + $"the whole file there, remove the run with `reasoning-lsp run remove {_target.Folder.Name}`, and begin anew.");
        }

        if (result.Note is { } note)
        {
            _progress.Clear();
            _host.Error.WriteLine(note);
        }

        var numbered = (work.Item as WorkItem.Records)?.Lines.Select(line => line.Record).ToList();
        for (var at = 0; at < work.Units.Length; at++)
        {
            lines.Clear();
            var traces = numbered is null ? result.Traces : [.. result.Unnumbered.Where(each => each.Review.Trace.Index == numbered[at])
                .Select(each => new ReviewedTrace(each.Source, each.Review, []))];
            foreach (var trace in traces)
            {
                lines.Add(work.Units[at], trace);
                _done = _done.With(trace);
            }

            if (traces.IsEmpty)
                lines.Add(work.Units[at], FileOf(work.Item), result.Problems.FirstOrDefault()?.Message ?? result.Note
                    ?? "No trace was found.");
            _held.Take(part, work.Units[at], lines.Written, traces.SelectMany(trace => trace.Review.Failures)
                .FirstOrDefault(failure => failure.IsUnavailable)?.Message);
        }

        _progress.Show(_done, result.File?.Display);
    }

    private async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        var folder = _target.Folder;
        if (!_target.Shard.IsWhole)
        {
            _host.Error.WriteLine($"Part {_target.Shard} of the run {folder.Name} is complete; when all are, `reasoning-lsp run merge "
                + $"{folder.Name}` puts them together.");
            return ExitCode.Clean;
        }

        var summary = folder.IsComplete && File.Exists(folder.Index) ? RunSummary.Read(folder)
            : await RunIndex.BuildAsync(folder, cancellationToken).ConfigureAwait(false);
        using (var output = new StreamWriter(_host.Output, leaveOpen: true) { NewLine = "\n" })
            RunText.Write(output, folder, summary);
        return RunText.ExitCodeOf(summary, _request.FailOn ?? _policies.Folders.For(_host.Folder).Configuration.FailOn ?? FailOn.Warning);
    }

    private async Task<StandardInputCopy?[]> CopiesAsync(List<WorkItem> inputs, CancellationToken cancellationToken)
    {
        var copies = new StandardInputCopy?[inputs.Count];
        for (var at = 0; at < inputs.Count; at++)
        {
            if (inputs[at] is WorkItem.Document { File: { Path: null } file })
                copies[at] = await StandardInputCopy.TakeAsync(_host, _target.Folder, file, cancellationToken).ConfigureAwait(false);
        }

        return copies;
    }

    private RunSettings Settings(List<WorkItem> inputs, StandardInputCopy?[] copies)
    {
        var files = inputs.Select((input, at) => copies[at]?.Input ?? (input is WorkItem.Document { File.Path: { } path } document
            ? RunInput.Of(path, document.File.Display) : new RunInput(FileOf(input), 0, string.Empty)));
        var policies = inputs.OfType<WorkItem.Document>().Select(document => document.Policy).Distinct();
        return new RunSettings
        {
            Version = ProgramVersion.Text,
            Program = RunHashes.OfProgram(),
            Options = _target.Options.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Configuration = RunHashes.OfConfigurations(policies),
            Inputs = [.. files],
        };
    }

    private static string FileOf(WorkItem item) => item switch
    {
        WorkItem.Document document => document.File.Display,
        WorkItem.Records records => records.File.Display,
        WorkItem.Problem problem => problem.What.File,
        WorkItem.Note note => note.Text,
        _ => string.Empty,
    };
}

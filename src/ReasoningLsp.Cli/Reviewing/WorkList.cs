using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Tables;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Lists the work of a run as it goes, in the order in which the inputs were named.</summary>
internal sealed class WorkList(ProgramHost host, ReviewRequest request, Policies policies, CancellationToken cancellationToken)
{
    // Few, because what waits to be reported outlives the nursery of the garbage collector and is copied.
    private const int RecordsAtATime = 8;

    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly List<string> _left = [];

    /// <summary>Once all are listed: sentences on documents beside them that are not reviewed, which are no inputs.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>The work. Files are opened one after the other, as the list is walked.</summary>
    public IEnumerable<WorkItem> Items() => Inputs().SelectMany(Work);

    /// <summary>What is to be reviewed, in order: files, in place of some what is wrong with them. No file is opened that its name tells
    /// enough of.</summary>
    public IEnumerable<WorkItem> Inputs()
    {
        foreach (var argument in request.Paths)
        {
            var items = argument == "-" ? StandardInput()
                : Directory.Exists(FullPath(argument)) ? Folder(argument)
                : !File.Exists(FullPath(argument)) && Globs.IsGlob(argument) ? Glob(argument)
                : Named(FullPath(argument));
            foreach (var item in items)
                yield return item;
        }
    }

    /// <summary>The work that one input is: a file of records in pieces, anything else as it is.</summary>
    public IEnumerable<WorkItem> Work(WorkItem input)
    {
        // With --fix the file is rewritten as a whole, so it is read as a whole.
        return input is WorkItem.Document { File: { Format: TraceFormat.JsonLines } file, Policy: var policy }
            && (request.Fix is null || file.IsParquet) && !file.IsStream() ? Records(file, policy) : [input];
    }

    private string FullPath(string argument) => Path.GetFullPath(argument, host.Folder);

    private IEnumerable<WorkItem> StandardInput()
    {
        var name = request.InputName is { } given ? host.Display(FullPath(given)) : "stdin";
        var folder = request.InputName is { } path ? Path.GetDirectoryName(FullPath(path)) ?? host.Folder : host.Folder;
        var format = request.InputFormat ?? (request.InputName is null ? null : TraceFormats.FromPath(request.InputName));
        return Reviewed(new InputFile(null, name, folder, format));
    }

    private IEnumerable<WorkItem> Named(string path, bool isNamed = true)
    {
        if (!_listed.Add(path))
            return [];
        var file = new InputFile(path, host.Display(path), Path.GetDirectoryName(path) ?? host.Folder, InputFile.FormatOf(path));
        return Reviewed(file with { IsNamed = isNamed });
    }

    private IEnumerable<WorkItem> Glob(string glob)
    {
        var found = 0;
        foreach (var path in Globs.Expand(host.Folder, glob))
        {
            found++;
            foreach (var item in Named(path))
                yield return item;
        }

        if (found == 0)
            yield return new WorkItem.Problem(
                new InputProblem(glob, null,
                "This glob matches no file; quote it, and mind that `**` goes into folders while `*` does not."));
    }

    private IEnumerable<WorkItem> Folder(string argument)
    {
        var root = Path.TrimEndingDirectorySeparator(FullPath(argument));
        var problems = new Queue<InputProblem>();
        var left = new LeftFiles();
        var found = 0;
        foreach (var path in FolderWalk.Files(root,
            (folder, message) => problems.Enqueue(new(host.Display(folder), null, $"This folder cannot be read: {message}"))))
        {
            var isReviewed = FolderOptIn.Applies(path, policies.Folders.For(Path.GetDirectoryName(path)!).Configuration);
            left.Count(path, isReviewed);
            if (!isReviewed)
                continue;
            found++;
            foreach (var item in Named(path, isNamed: false))
                yield return item;
        }

        foreach (var problem in problems)
            yield return new WorkItem.Problem(problem);
        foreach (var problem in policies.TakeProblems())
            yield return new WorkItem.Problem(problem);
        _left.AddRange(left.Told(host.Display));
        if (found == 0 && problems.Count == 0)
            yield return new WorkItem.Note(
                $"{host.Display(root)}: nothing here asks for review. Name a file to review it, name files *.solution.md or "
                    + $"*.trace.jsonl, or list them under \"include\" in reasoning-review.json.");
    }

    private IEnumerable<WorkItem> Reviewed(InputFile file)
    {
        var policy = policies.Folders.For(file.Folder);
        foreach (var problem in policies.TakeProblems())
            yield return new WorkItem.Problem(problem);
        yield return new WorkItem.Document(file, policy);
    }

    private IEnumerable<WorkItem> Records(InputFile file, FolderPolicy policy)
    {
        using var lines = RecordLines(file).Chunk(request.AsksModels ? 1 : RecordsAtATime).GetEnumerator();
        for (var isEmpty = true; ; isEmpty = false)
        {
            InputProblem? problem = null;
            var isCutOff = false;
            try
            {
                if (!lines.MoveNext())
                {
                    // A named file of records without one is not clean.
                    if (isEmpty && file.IsNamed)
                        problem = new InputProblem(file.Display, null, NoSteps.Message(TraceFormat.JsonLines));
                    else
                        break;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                problem = Unreadable.File(file, error);
                isCutOff = !isEmpty || (error is InvalidDataException && UnpackedFile.BeginsAt(file.Path));
            }

            if (problem is not null)
            {
                yield return new WorkItem.Problem(problem, isCutOff);
                break;
            }

            yield return new WorkItem.Records(file, policy, [.. lines.Current]);
        }
    }

    private IEnumerable<JsonLine> RecordLines(InputFile file)
    {
        if (file.IsParquet)
        {
            foreach (var line in ParquetRecords.Read(file.Path!, cancellationToken))
                yield return line;
            yield break;
        }

        using var stream = file.Open(host);
        foreach (var line in JsonLinesTraceReader.ReadLines(stream, cancellationToken))
            yield return line;
    }
}

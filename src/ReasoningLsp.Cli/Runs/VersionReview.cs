using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Inputs;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Suppressions;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Reviews one version of files with exact checks, to be compared with another; nothing is kept. A solution is known by its id,
/// or by its file's name below what was named and its number.</summary>
internal sealed class VersionReview(ProgramHost host)
{
    private readonly Policies _policies = new(host);

    /// <summary>The solutions of a file or a folder as it lies there.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public IEnumerable<RunTrace> OnDisk(string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
            return Of(string.Empty, path, Bytes(path), cancellationToken);
        return FolderWalk.Files(path, (folder, message) => host.Error.WriteLine($"{host.Display(folder)}: {message}")).Where(IsReviewed)
            .SelectMany(file => Of(Path.GetRelativePath(path, file), file, Bytes(file), cancellationToken));
    }

    /// <summary>The same as a revision of git has it.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public IEnumerable<RunTrace> InGit(string path, string revision, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            var folder = Path.GetDirectoryName(path)!;
            return Of(string.Empty, path, GitFiles.Read(folder, revision, Path.GetFileName(path)), cancellationToken);
        }

        return GitFiles.In(path, revision).SelectMany(file =>
        {
            // What the file lay like there, for it may lie nowhere now.
            var (full, bytes) = (Path.Combine(path, file), new Lazy<byte[]>(() => GitFiles.Read(path, revision, file)));
            return FolderOptIn.Applies(full, _policies.For(Path.GetDirectoryName(full)!).Configuration,
                () => TraceFile.Decode(bytes.Value).Text) ? Of(file, full, bytes.Value, cancellationToken) : [];
        });
    }

    private bool IsReviewed(string path) => FolderOptIn.Applies(path, _policies.For(Path.GetDirectoryName(path)!).Configuration);

    private byte[] Bytes(string path)
    {
        try
        {
            return BoundedFile.Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{host.Display(path)} cannot be read: {FileReason.Of(path, error)}");
        }
    }

    private IEnumerable<RunTrace> Of(string name, string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var policy = _policies.For(Path.GetDirectoryName(path)!);
        name = name.Replace(Path.DirectorySeparatorChar, '/');
        if (TraceFormats.FromPath(path) == TraceFormat.JsonLines)
        {
            return JsonLinesTraceReader.ReadLines(new MemoryStream(bytes), cancellationToken).SelectMany(line => Of(policy,
                JsonLinesTraceReader.ReadRecord(line), new SourceText(name, line.Text, line.Number, isEscaped: true), cancellationToken));
        }

        var text = TraceFile.Decode(bytes).Text;
        var document = TraceReader.Read(text, TraceFormats.FromPath(path) ?? TraceFormats.FromContent(text));
        return Of(policy, document, new SourceText(name, text, 0, TraceFormats.IsEscaped(document.Format)), cancellationToken);
    }

    private static ImmutableArray<RunTrace> Of(FolderPolicy policy, TraceDocument document, SourceText source,
        CancellationToken cancellationToken)
    {
        var exact = DocumentReview.Exact(document, policy, null, ReviewProgress.Silent, cancellationToken);
        var keys = new FindingKeys();
        using var line = new RunLine();
        var traces = ImmutableArray.CreateBuilder<RunTrace>();
        foreach (var review in new FindingFilter(policy.Options, DecisionLog.Empty).Apply(document, exact.Reviews))
        {
            line.Clear();
            line.Add(0, new ReviewedTrace(source, review, keys.For(review)));
            traces.Add(RunTraceReader.Parse(line.Written[..^1].ToArray().AsMemory())!);
        }

        return traces.ToImmutable();
    }
}

using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>Where a report goes: standard output, or a file that appears whole or not at all.</summary>
internal sealed class ReportTarget : IDisposable
{
    private readonly AtomicFile? _file;

    private ReportTarget(AtomicFile? file, IReviewReporter reporter)
    {
        _file = file;
        Reporter = reporter;
    }

    /// <summary>Writes the report.</summary>
    public IReviewReporter Reporter { get; }

    /// <summary>Opens what <paramref name="request"/> asks for.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ReportTarget Open(ProgramHost host, ReviewRequest request)
    {
        AtomicFile? file = null;
        try
        {
            file = request.Output is { } path ? AtomicFile.Create(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The report cannot be written to {host.Display(request.Output!)}: {error.Message}");
        }

        var stream = file is null ? host.Output : new OutputStream(file.Stream, host.Display(request.Output!));
        StreamWriter Writer() => new(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true)
        {
            NewLine = "\n",
            AutoFlush = request.AsksModels,
        };
        return new ReportTarget(file, request.Format switch
        {
            ReportFormat.JsonLines => new JsonLinesReporter(stream) { FlushesEach = request.AsksModels },
            ReportFormat.Sarif => new SarifReporter(stream, ProgramVersion.Text, host.Folder, request.RulePages),
            ReportFormat.GitHub => new GitHubReporter(Writer()),
            ReportFormat.Html => new HtmlReporter(stream, request.RulePages),
            ReportFormat.Markdown => new MarkdownReporter(Writer()),
            _ => new TextReporter(Writer(), host.Colour && host.OutputIsTerminal && file is null, file is null ? host.Width : 120),
        });
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit() => _file?.Commit();

    /// <summary>Removes a file that was not finished.</summary>
    public void Dispose()
    {
        if (_file is null)
            Reporter.Dispose();
        _file?.Dispose();
    }
}

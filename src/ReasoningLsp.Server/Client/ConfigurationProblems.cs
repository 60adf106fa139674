using System.Collections.Immutable;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Client;

/// <summary>
/// What has no meaning in configuration files: a diagnostic at its place until it is mended, and a message whenever it is
/// another. Pushed to every client: none asks for the diagnostics of a file that it does not review. Thread-safe.
/// </summary>
internal sealed class ConfigurationProblems(ILanguageClient client, ServerLog log)
{
    private const string OpenFile = "Open the File";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableArray<ConfigurationProblem>> _known = new(StringComparer.Ordinal);

    /// <summary>Takes what was found in the files that were read.</summary>
    public void Take(ImmutableArray<ConfigurationProblem> found)
    {
        foreach (var file in found.GroupBy(problem => problem.File, StringComparer.Ordinal))
            Take(file.Key, [.. file]);
    }

    /// <summary>Reads the files again in which there was something: they may have been mended.</summary>
    public void Look()
    {
        ImmutableArray<string> files;
        lock (_gate)
            files = [.. _known.Keys];
        foreach (var file in files)
        {
            var folders = ConfigurationFolders.Search(FolderFiles.Anywhere);
            folders.For(Path.GetDirectoryName(file)!);
            Take(file, [.. folders.Problems.Where(problem => problem.File == file)]);
        }
    }

    // Told in the order in which it is known.
    private void Take(string file, ImmutableArray<ConfigurationProblem> problems)
    {
        lock (_gate)
        {
            if (problems.SequenceEqual(_known.GetValueOrDefault(file, [])))
                return;
            if (problems.IsEmpty)
                _known.Remove(file);
            else
                _known[file] = problems;
            _ = client.PublishDiagnosticsAsync(new PublishDiagnosticsParams(FilePath.ToUri(file), null, Diagnostics(file, problems)));
            foreach (var problem in problems)
                log.Write(Line(problem));
            if (!problems.IsEmpty)
                _ = TellAsync(file, problems);
        }
    }

    private static string Line(ConfigurationProblem problem) =>
        $"{problem.File}:{problem.Line}:{problem.Column}: {problem.Message} {problem.Remedy}";

    // Where the file can be opened from the message, what stands at its place need not be told twice, and is not cut.
    private async Task TellAsync(string file, ImmutableArray<ConfigurationProblem> problems)
    {
        var first = problems[0];
        var more = problems.Length == 1 ? string.Empty : $" And {Plural.Of(problems.Length - 1, "more problem")} in this file.";
        if (!client.Profile.ShowsDocuments)
        {
            await client.ShowMessageAsync(MessageType.Warning, Line(first) + more).ConfigureAwait(false);
            return;
        }

        var question = $"{Path.GetFileName(file)}, line {first.Line}: {first.Message}{more}";
        if (await client.AskAsync(question, [OpenFile], CancellationToken.None, MessageType.Warning).ConfigureAwait(false) != OpenFile)
            return;
        var place = new Position(first.Line - 1, first.Column - 1);
        await client.ShowDocumentAsync(new ShowDocumentParams(FilePath.ToUri(file), TakeFocus: true, Selection: new LspRange(place, place)),
            CancellationToken.None).ConfigureAwait(false);
    }

    // From its place to the end of the line.
    private ImmutableArray<Diagnostic> Diagnostics(string file, ImmutableArray<ConfigurationProblem> problems)
    {
        if (problems.IsEmpty)
            return [];
        var text = Read(file);
        var lines = LineIndex.Of(text);
        var positions = new DocumentPositions(text, lines, client.Profile.Encoding);
        return [.. problems.Select(problem =>
        {
            var start = lines.ToOffset(new LinePosition(problem.Line - 1, problem.Column - 1));
            var span = TextSpan.FromBounds(start, Math.Max(start, lines.LineSpan(lines.ToPosition(start).Line).End));
            return new Diagnostic(
                positions.RangeOf(span), DiagnosticSeverity.Warning, "configuration", null, Diagnostic.Reasoning,
                $"{problem.Message} {problem.Remedy}", null, null, null);
        })];
    }

    private static string Read(string file)
    {
        try
        {
            return FolderFiles.Anywhere.ReadText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}

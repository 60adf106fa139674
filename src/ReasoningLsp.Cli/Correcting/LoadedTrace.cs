using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Files;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Cli.Correcting;

/// <summary>A file with the trace in it that a command works on.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Loaded">The file's text and encoding.</param>
/// <param name="Document">As it was read.</param>
/// <param name="Review">What the review of the document says.</param>
/// <param name="Reviewed">The trace, reviewed as <c>review</c> would.</param>
internal sealed record LoadedTrace(string Path, DecodedText Loaded, TraceDocument Document, DocumentReview Review, TraceReview Reviewed)
{
    /// <summary>How a command on it ends that would end with <paramref name="exitCode"/>: what holds here and cannot be read, which was
    /// told, is trouble for every command.</summary>
    public int Ended(int exitCode) => Review.Policy.IsWhole ? exitCode : ExitCode.Trouble;

    /// <summary>Refuses to write where what holds cannot be read.</summary>
    /// <exception cref="UsageException">It cannot; <paramref name="nothing"/> begins the sentence.</exception>
    public void RefuseIfNotWhole(string nothing)
    {
        if (!Review.Policy.IsWhole)
            throw new UsageException($"{nothing} while what holds in this folder cannot be read: mend what is named above.");
    }

    /// <summary>Writes down what a person says of it, where the editor would.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Decide(ProgramHost host, Decision decision)
    {
        var folder = DecisionFile.HomeOf(System.IO.Path.GetDirectoryName(Path)!, host.FolderAround(Path));
        try
        {
            DecisionFile.Append(folder, decision with
            {
                Who = decision.Who ?? Environment.UserName,
                // What is taken back was said of the file that it names, which may have been moved since.
                File = decision is { Kind: DecisionKind.Undone, File: { } said } ? said
                    : System.IO.Path.GetRelativePath(folder, Path).Replace(System.IO.Path.DirectorySeparatorChar, '/'),
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }
    }

    /// <summary>Reads a file and reviews its trace <paramref name="index"/>, counted from 1.</summary>
    /// <exception cref="UsageException">It cannot be read, or has no such trace.</exception>
    public static async Task<LoadedTrace> OpenAsync(ProgramHost host, string file, int index, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(file, host.Folder);
        try
        {
            var loaded = TraceFile.Decode(BoundedFile.Read(path));
            if (!loaded.Errors.IsEmpty)
                throw new UsageException($"{host.Display(path)} is not changed, because not all of it is text. {loaded.Errors[0].Message}");
            var document = TraceReader.Read(loaded.Text, TraceFormats.FromPath(path) ?? TraceFormats.FromContent(loaded.Text));
            if (index < 1 || index > document.Traces.Length)
                throw new UsageException(
                    document.Traces.IsEmpty ? $"{host.Display(path)} holds no solution."
                    : $"--trace is from 1 to {document.Traces.Length} in {host.Display(path)}.");
            var policy = new Policies(host).For(System.IO.Path.GetDirectoryName(path)!);
            var reviewed = await ReviewPipeline.ExactOnly.ReviewAsync(document, policy, cancellationToken).ConfigureAwait(false);
            reviewed = reviewed.WithPeople(path);
            return new LoadedTrace(path, loaded, document, reviewed, reviewed.Reviews[index - 1]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{host.Display(path)} cannot be read: {FileReason.Of(path, error)}");
        }
    }
}

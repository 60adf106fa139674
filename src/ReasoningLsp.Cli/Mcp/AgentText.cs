using System.Collections.Immutable;
using ModelContextProtocol;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>A text that an agent passed or named, with what holds for it.</summary>
/// <param name="Name">Path of the file, or "text".</param>
/// <param name="Folder">Full path of the folder whose rules hold.</param>
/// <param name="Document">Its solutions; at least one.</param>
/// <param name="Policy">What holds in the folder.</param>
/// <param name="Files">Reads the folder's files.</param>
/// <param name="Problems">What could not be read of it, and of the files that say what holds for it, a sentence each.</param>
internal sealed record AgentText(
    string Name, string Folder, TraceDocument Document, FolderPolicy Policy, FolderFiles Files, ImmutableArray<string> Problems)
{
    /// <summary>What spans point into.</summary>
    public SourceText Source { get; } = new(Name, Document.Text);

    /// <summary>Reviews it with exact checks.</summary>
    public ValueTask<DocumentReview> ReviewAsync(CancellationToken cancellationToken) =>
        ReviewPipeline.ExactOnly.ReviewAsync(Document, Policy, cancellationToken);

    /// <summary>Tells an agent which solution is being reviewed.</summary>
    public ReviewProgress Told(IProgress<ProgressNotificationValue> progress)
    {
        var total = Document.Traces.Length;
        var begun = 0;
        return new ReviewProgress(
            _ => progress.Report(new ProgressNotificationValue
            {
                Progress = ++begun,
                Total = total,
                Message = $"solution {begun} of {total}",
            }),
            (_, _) => { });
    }

    /// <summary>The list that <paramref name="names"/> name here: lists, or questions.</summary>
    /// <exception cref="McpException">There is no such list.</exception>
    public Checklist Checklist(ImmutableArray<string> names)
    {
        var (list, problems) = Policy.Checklists.Resolve(names);
        return list.Items.IsEmpty ? throw new McpException(problems.IsEmpty ? "Name a checklist." : problems[0].Message) : list;
    }

    /// <summary>The review of the solution of this number, from 1.</summary>
    /// <exception cref="McpException">There is none.</exception>
    public static TraceReview Solution(DocumentReview reviewed, int trace) =>
        reviewed.Reviews[Index(nameof(trace), trace, reviewed.Reviews.Length)];

    /// <summary>The index of what an agent numbers from 1.</summary>
    /// <exception cref="McpException">There are not so many.</exception>
    public static int Index(string argument, int number, int count) => number >= 1 && number <= count ? number - 1
        : throw new McpException(count == 1 ? $"{argument} is 1: there is one." : $"{argument} is from 1 to {count}, not {number}.");
}

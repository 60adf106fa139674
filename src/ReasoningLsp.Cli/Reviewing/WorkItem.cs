using System.Collections.Immutable;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>A piece of a run that one core works on.</summary>
internal abstract record WorkItem
{
    /// <summary>A whole file.</summary>
    internal sealed record Document(InputFile File, FolderPolicy Policy) : WorkItem;

    /// <summary>Some records of a JSONL file.</summary>
    internal sealed record Records(InputFile File, FolderPolicy Policy, ImmutableArray<JsonLine> Lines) : WorkItem;

    /// <summary>Something that cannot be reviewed.</summary>
    /// <param name="What">Why.</param>
    /// <param name="IsCutOff">Whether it is the rest of a file of records, of which nobody knows how many are missing.</param>
    internal sealed record Problem(InputProblem What, bool IsCutOff = false) : WorkItem;

    /// <summary>Something worth saying that is no problem.</summary>
    internal sealed record Note(string Text) : WorkItem;
}

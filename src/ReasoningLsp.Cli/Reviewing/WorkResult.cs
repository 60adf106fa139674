using System.Collections.Immutable;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>What became of a <see cref="WorkItem"/>.</summary>
internal sealed record WorkResult
{
    /// <summary>The file that was reviewed, or null.</summary>
    public InputFile? File { get; init; }

    /// <summary>What held for it.</summary>
    public FolderPolicy? Policy { get; init; }

    /// <summary>Its traces, findings numbered and known ones taken out.</summary>
    public ImmutableArray<ReviewedTrace> Traces { get; init; } = [];

    /// <summary>Records whose findings are still to be numbered, because earlier ones of the file count.</summary>
    public ImmutableArray<(SourceText Source, TraceReview Review)> Unnumbered { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<InputProblem> Problems { get; init; } = [];

    /// <summary>Worth saying, or null.</summary>
    public string? Note { get; init; }

    /// <summary>How many fixes were written to the file.</summary>
    public int Fixes { get; init; }
}

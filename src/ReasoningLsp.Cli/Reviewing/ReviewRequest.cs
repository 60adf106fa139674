using System.Collections.Immutable;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>What the user asked <c>review</c> to do.</summary>
internal sealed record ReviewRequest
{
    /// <summary>Files, folders, globs, or <c>-</c> for standard input.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>How the report is written.</summary>
    public ReportFormat Format { get; init; } = ReportFormat.Text;

    /// <summary>Full path of the report, or null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Where a report links the rules' pages.</summary>
    public RuleLinks RulePages { get; init; } = RuleLinks.Default;

    /// <summary>Overrides what is configured, or null.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Only these rules, or all where empty.</summary>
    public ImmutableHashSet<string> Rules { get; init; } = [];

    /// <summary>Full path of the baseline, overriding what is configured, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>Write the findings down as known instead of reporting them.</summary>
    public bool WriteBaseline { get; init; }

    /// <summary>What is asked for beside what the folders' files say.</summary>
    public PolicyRequest Policy => new()
    {
        Configuration = Configuration,
        Rules = Rules,
        Baseline = Baseline,
        IgnoresBaselines = WriteBaseline,
    };

    /// <summary>Repair what can be repaired exactly, and how far, or null.</summary>
    public FixKind? Fix { get; init; }

    /// <summary>Index of the step of which to tell what was read, or null.</summary>
    public int? Explained { get; init; }

    /// <summary>Whether models take part: a trace takes seconds then, and each is reported as it is done.</summary>
    public bool AsksModels { get; init; }

    /// <summary>The only configuration, or null for those of the folders.</summary>
    public string? Configuration { get; init; }

    /// <summary>How standard input is read, or null where name or content decide.</summary>
    public TraceFormat? InputFormat { get; init; }

    /// <summary>The name standard input goes by in the report, or null.</summary>
    public string? InputName { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Runs.Storage;

/// <summary>What the traces of a complete run come to.</summary>
public sealed record RunSummary
{
    /// <summary>Inputs: files, and records of files of records.</summary>
    public long Units { get; init; }

    /// <summary>Traces.</summary>
    public long Traces { get; init; }

    /// <summary>Inputs of which nothing could be read.</summary>
    public long Unread { get; init; }

    /// <summary>Traces that lack a score or a verdict that was asked for.</summary>
    public long Incomplete { get; init; }

    /// <summary>Steps.</summary>
    public long Steps { get; init; }

    /// <summary>Steps in which something was decided and nothing was found wrong.</summary>
    public long Checked { get; init; }

    /// <summary>Traces with an error or a warning.</summary>
    public long Flagged { get; init; }

    /// <summary>Findings that are errors.</summary>
    public long Errors { get; init; }

    /// <summary>Findings that are warnings.</summary>
    public long Warnings { get; init; }

    /// <summary>Findings that are informations or hints.</summary>
    public long Hints { get; init; }

    /// <summary>Traces with a finding of each rule.</summary>
    public ImmutableSortedDictionary<string, long> Rules { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>How often each mistake with a name was made.</summary>
    public ImmutableSortedDictionary<string, long> Mistakes { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Lines, which are the rows of the index too; null in runs of earlier versions.</summary>
    public long? Lines { get; init; }

    /// <summary>How long the lines are; null in runs of earlier versions.</summary>
    public long? Bytes { get; init; }

    /// <summary>The hash of the lines of all traces.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The summary of a run.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="DamagedRunException">It is none.</exception>
    public static RunSummary Read(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(folder.Summary), RunJson.Default.RunSummary)
                is { Sha256.Length: > 0, Rules: not null, Mistakes: not null } read)
                return read;
        }
        catch (JsonException)
        {
            // The same as one that says nothing.
        }

        throw new DamagedRunException($"{folder.Summary} is no summary of a run. {RunFolder.MendedBy(folder)}.");
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        AtomicFile.Write(folder.Summary, [.. JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.RunSummary), (byte)'\n']);
    }
}

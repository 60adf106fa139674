using System.Collections.Immutable;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Folders;

/// <summary>What a person asks for beside what the folders' files say.</summary>
public sealed record PolicyRequest
{
    /// <summary>Nothing: the folders' files alone count.</summary>
    public static PolicyRequest None { get; } = new();

    /// <summary>The only configuration, a full path, or null for those of the folders.</summary>
    public string? Configuration { get; init; }

    /// <summary>Ids of the only rules, or all where empty.</summary>
    public ImmutableHashSet<string> Rules { get; init; } = [];

    /// <summary>Full path of the baseline in place of what is configured, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>Reads the folders' files.</summary>
    public FolderFiles Files { get; init; } = FolderFiles.Anywhere;

    /// <summary>Whether known findings are shown all the same, because a baseline is being written.</summary>
    public bool IgnoresBaselines { get; init; }

    /// <summary>Whether findings are shown that people called wrong, because all that is found is kept and decisions are applied when it is
    /// looked at.</summary>
    public bool IgnoresDecisions { get; init; }
}

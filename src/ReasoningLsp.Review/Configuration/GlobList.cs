using System.Collections.Immutable;

namespace ReasoningLsp.Review.Configuration;

/// <summary>Globs and the folder they are relative to.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Patterns">Such as <c>solutions/**/*.md</c>.</param>
public sealed record GlobList(string Folder, ImmutableArray<string> Patterns)
{
    /// <summary>Matches nothing.</summary>
    public static GlobList Empty { get; } = new(string.Empty, []);
}

using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace ReasoningLsp.Review.Configuration;

/// <summary>Globs and the folder they are relative to.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Patterns">Such as <c>solutions/**/*.md</c>.</param>
public sealed record GlobList(string Folder, ImmutableArray<string> Patterns)
{
    /// <summary>Matches nothing.</summary>
    public static GlobList Empty { get; } = new(string.Empty, []);

    /// <summary>Whether one of the globs matches the full path; never outside the folder.</summary>
    public bool Matches(string path)
    {
        if (Patterns.IsEmpty)
            return false;
        var relative = Path.GetRelativePath(Folder, path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return false;
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(Patterns.Select(pattern => pattern.EndsWith('/') ? pattern + "**" : pattern));
        return matcher.Match(relative.Replace(Path.DirectorySeparatorChar, '/')).HasMatches;
    }
}

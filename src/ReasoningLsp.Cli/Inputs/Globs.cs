using Microsoft.Extensions.FileSystemGlobbing;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Globs on the command line, such as <c>solutions/**/*.md</c>.</summary>
internal static class Globs
{
    /// <summary>Whether an argument is meant as a glob rather than as a name.</summary>
    public static bool IsGlob(string argument) => argument.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that a glob matches, sorted.</summary>
    public static IEnumerable<string> Expand(string folder, string glob)
    {
        var (root, pattern) = Split(folder, glob.Replace('\\', '/'));
        var matcher = new Matcher(StringComparison.Ordinal);
        // The matcher knows no "?"; it is narrowed down to below.
        matcher.AddInclude(pattern.Replace('?', '*'));
        var matches = Directory.Exists(root) ? matcher.GetResultsInFullPath(root) : [];
        var exact = pattern.Contains('?', StringComparison.Ordinal) ? QuestionMarks.For(pattern) : null;
        return matches
            .Where(path => exact is null || exact(Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Order(StringComparer.Ordinal);
    }

    private static (string Root, string Pattern) Split(string folder, string glob)
    {
        var first = glob.AsSpan().IndexOfAny('*', '?');
        var slash = glob.LastIndexOf('/', first);
        return slash < 0 ? (folder, glob) : (Path.GetFullPath(slash == 0 ? "/" : glob[..slash], folder), glob[(slash + 1)..]);
    }
}

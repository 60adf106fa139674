using System.Text.RegularExpressions;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Narrows a match down to globs in which <c>?</c> stands for one character.</summary>
internal static class QuestionMarks
{
    /// <summary>Whether a relative path with forward slashes matches <paramref name="pattern"/>.</summary>
    public static Func<string, bool> For(string pattern)
    {
        var expression = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        var regex = new Regex($"^{expression}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return regex.IsMatch;
    }
}

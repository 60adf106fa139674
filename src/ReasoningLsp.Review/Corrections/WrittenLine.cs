using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Corrections;

/// <summary>The line of a reply that says the step: models put thoughts, an announcement, a fence, a list's mark or quotation marks around
/// it.</summary>
internal static class WrittenLine
{
    private static readonly (string Open, string Close)[] s_wraps =
        [("**", "**"), ("```", "```"), ("`", "`"), ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»")];

    /// <summary>The line, or nothing where there is none; and whether another line follows, so that it is whole.</summary>
    public static (string Line, bool IsFollowed) Of(string text)
    {
        var said = s_thought.Replace(text, string.Empty);
        var lines = said.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !s_fence.IsMatch(line)).ToList();
        // What announces the step is not the step, where something follows.
        var at = lines.Count > 1 && lines[0][^1] is ':' or '：' ? 1 : 0;
        return at < lines.Count ? (Bare(lines[at]), at + 1 < lines.Count) : (string.Empty, false);
    }

    private static string Bare(string line)
    {
        var bare = s_mark.Replace(line, string.Empty);
        if (s_announced.Match(bare) is { Success: true } quoted)
            bare = quoted.Groups["said"].Value;
        foreach (var (open, close) in s_wraps)
        {
            if (bare.Length > open.Length + close.Length && bare.StartsWith(open, StringComparison.Ordinal)
                && bare.EndsWith(close, StringComparison.Ordinal)
                && !bare[open.Length..^close.Length].Contains(open, StringComparison.Ordinal))
                bare = bare[open.Length..^close.Length].Trim();
        }

        return bare;
    }

    // As far as it goes, where it was not ended.
    private static readonly LinearRegex s_thought = new(
        @"\A\s*<(?:think|thinking|thought)>(?s:.*?)(?:</(?:think|thinking|thought)>|\z)", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_fence = new(@"\A(?:`{3,}|~{3,})\w*\z");

    private static readonly LinearRegex s_mark = new(@"\A(?:#{1,6}\s+|>\s*|[-•]\s+|\*\s+)+");

    // "The corrected step is: “…”": what is quoted as a whole is meant.
    private static readonly LinearRegex s_announced = new(
        @"\A[^:=0-9""“„«`]{1,60}[:：]\s*(?<said>(?:""[^""]+""|“[^”]+”|„[^“]+“|«[^»]+»|`[^`]+`))\z");
}

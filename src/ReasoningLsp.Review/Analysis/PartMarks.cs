using System.Text.RegularExpressions;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds where a part of a problem begins: "(b)", "Part 2", "Exercise 2", "②".</summary>
internal static partial class PartMarks
{
    /// <summary>Whether one begins a line of <paramref name="text"/>.</summary>
    public static bool In(string text, Lexicon lexicon) => Letter().IsMatch(text) || IsNamed(Named().EnumerateMatches(text), text, lexicon);

    private static bool IsNamed(Regex.ValueMatchEnumerator lines, string text, Lexicon lexicon)
    {
        foreach (var line in lines)
        {
            if (lexicon.Has(PhraseRole.Part, text.Substring(line.Index, line.Length).ToLowerInvariant()))
                return true;
        }

        return false;
    }

    // (a), a), (ii), (2), ②, （3）; "(1)" begins the first part.
    [GeneratedRegex(@"^[\s#*>_$-]*(?:[(（](?:[a-h]|[A-H]|i{1,3}|iv|v|I{1,3}|IV|V|[0-9])[)）]|[a-h]\)|[①-⑳⑴-⒇])",
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    // A word and a number, or 第 … 问, at the start of a line.
    [GeneratedRegex(@"^[\s#*>_$-]*(?:第\s?[0-9一二三四五六七八九]{1,3}|[\p{L}\p{M}]{2,14}\s?[0-9]{1,2}\b|[\p{L}\p{M}]{2,14}\s[a-hA-H]\b).{0,4}",
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}

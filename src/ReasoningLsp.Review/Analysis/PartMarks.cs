using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds where a part of a problem begins: "(b)", "Part 2", "Exercise 2", "②".</summary>
internal static class PartMarks
{
    /// <summary>Whether one begins a line of <paramref name="text"/>.</summary>
    public static bool In(string text, Lexicon lexicon) => s_letter.IsMatch(text)
        || s_named.Matches(text).Any(line => lexicon.Has(PhraseRole.Part, line.Value.ToLowerInvariant()));

    // (a), a), (ii), (2), ②, （3）; "(1)" begins the first part.
    private static readonly LinearRegex s_letter = new(
        @"^[\s#*>_$-]*(?:[(（](?:[a-h]|[A-H]|i{1,3}|iv|v|I{1,3}|IV|V|[0-9])[)）]|[a-h]\)|[①-⑳⑴-⒇])", RegexOptions.Multiline);

    // A word and a number, or 第 … 问, at the start of a line.
    private static readonly LinearRegex s_named = new(
        @"^[\s#*>_$-]*(?:第\s?[0-9一二三四五六七八九]{1,3}|[\p{L}\p{M}]{2,14}\s?[0-9]{1,2}\b|[\p{L}\p{M}]{2,14}\s[a-hA-H]\b).{0,4}",
        RegexOptions.Multiline);
}

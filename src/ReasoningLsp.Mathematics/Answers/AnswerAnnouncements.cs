using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How texts announce their final answer, language by language.</summary>
internal static class AnswerAnnouncements
{
    // A heading of its own, "Final Answer" and a line end, or a word with a colon.
    private const string Colon = @"\**\s*(?:[:：]|\r?\n)\s*\**";

    private static readonly ImmutableArray<Language> s_languages =
    [
        new(["####"], "####"),
        new(["answer"], @"\b(?:final |correct )?answer\**\s*(?:is\b|would be\b|should be\b|[:：])\**:?"
            + @"|\banswer\s*[=]|(?:^|\n)[ #*>✅]*final answer\**\s*\n"),
        .. LanguageFile.All.Select(Of).OfType<Language>(),
        new([.. AnswerPhrases.All], AnswerPhrases.Pattern),
    ];

    private static readonly WordSearch s_words =
        new(s_languages.SelectMany(language => language.Words), StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows the last announcement; null where there is none.</summary>
    public static string? Last(string text)
    {
        // Most texts announce nothing: one search says so.
        if (!s_words.OccursIn(text))
            return null;
        var end = -1;
        foreach (var language in s_languages)
        {
            if (!Array.Exists(language.Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            foreach (var match in language.Pattern.Matches(text))
                end = Math.Max(end, match.Index + match.Length);
        }

        return end < 0 ? null : text[end..];
    }

    // "Lösung: 5", "la respuesta es 5", "答案是5": the name of the answer, and a colon or a verb.
    private static Language? Of(LanguageFile file)
    {
        string[] names = [.. file.Texts("answers", "names")!];
        if (names.Length == 0)
            return null;
        string[] verbs = [.. file.Texts("answers", "verbs")!];
        if (verbs.Concat(names).Any(word => char.IsLetter(word[0]) && word[0] >= '\u0590'))
            return new(names, $@"{WordPattern.Bare(names)}\**\s*(?:{string.Join('|', verbs.Append("[:：]"))})\**\s*[:：]?");
        var (words, dashes) = (verbs.Where(verb => char.IsLetter(verb[0])).ToList(), verbs.Where(verb => !char.IsLetter(verb[0])).ToList());
        var isSaid = words.Count > 0 ? $@"|\s+{WordPattern.Bare(words)}\b:?" : string.Empty;
        var isShown = dashes.Count > 0 ? $@"|\s*{WordPattern.Bare(dashes)}\s" : string.Empty;
        return new(names, $@"\b{WordPattern.Bare(names)}(?:\s*{Colon}{isSaid}{isShown})");
    }

    // A language's words, one of which every announcement holds; its pattern is built when one is met.
    private sealed class Language(string[] words, string pattern)
    {
        public string[] Words { get; } = words;

        public LinearRegex Pattern { get; } = new(pattern, RegexOptions.IgnoreCase);
    }
}

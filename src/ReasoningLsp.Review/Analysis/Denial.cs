using System.Collections.Immutable;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Tells words that deny a statement from those that deny something else in its sentence: "Since 12 do not play, 30 - 12 = 18
/// do." In doubt they deny it.</summary>
internal static class Denial
{
    private static readonly ImmutableArray<string> s_because = LanguageFile.AllTexts("notation", "because");

    /// <summary>Whether words before the statement deny it.</summary>
    public static bool IsBefore(ISentence statement)
    {
        var (lexicon, before) = (statement.Lexicon, statement.Before);
        if (!lexicon.Has(PhraseRole.Denied, before))
            return false;
        before = AnyLanguage.Without(PhraseRole.Idiom, before);
        return lexicon.Has(PhraseRole.Denied, lexicon.Without(PhraseRole.Negated, before))
            || lexicon.Has(PhraseRole.Denied, Concluded(before, lexicon));
    }

    /// <summary>Whether words behind the statement say that it is not: "= 13, which is not", "= 13. This does not"; "= 13 balls are not"
    /// says that of the balls.</summary>
    public static bool IsBehind(ISentence statement)
    {
        // "= 8 balls" ends with what the words are said of.
        var (lexicon, rest) = (statement.Lexicon, $"{statement.Label} {statement.After}");
        if (!lexicon.Has(PhraseRole.NegatedBehind, rest))
            return false;
        while (lexicon.After(PhraseRole.NegatedBehind, rest) is >= 0 and var end)
        {
            if (Subject(rest.AsSpan(0, end), lexicon) is not { Length: > 0 } subject || lexicon.Has(PhraseRole.TakenBackOf, subject))
                return true;
            rest = rest[end..];
        }

        return false;
    }

    // What is concluded: behind the last word that says so, or behind the comma of a reason.
    private static string Concluded(string before, Lexicon lexicon)
    {
        var rest = before;
        while (lexicon.After(PhraseRole.Concludes, rest) is >= 0 and var end)
            rest = rest[end..];
        var trimmed = rest.AsSpan().TrimStart();
        foreach (var word in s_because)
        {
            if (trimmed.StartsWith(word, StringComparison.Ordinal) && trimmed.Length > word.Length && !char.IsLetter(trimmed[word.Length])
                && rest.LastIndexOf(',') is >= 0 and var comma)
                return rest[comma..];
        }

        return rest;
    }

    // The word before the two or one at the end of the text; empty where a sign or a number stands there, or nothing.
    private static string Subject(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var words = text;
        while (words.Length > 0 && lexicon.Has(PhraseRole.NegatedBehind, words))
            words = words[1..];
        // One letter too many was taken: the phrase begins there.
        var before = text[..Math.Max(0, text.Length - words.Length - 1)].TrimEnd();
        var start = before.Length;
        while (start > 0 && (char.IsLetter(before[start - 1]) || before[start - 1] == '\''))
            start--;
        return before[start..].ToString();
    }
}

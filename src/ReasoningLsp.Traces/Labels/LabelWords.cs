using System.Collections.Frozen;
using System.Globalization;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Traces.Labels;

/// <summary>The words that open a problem, a solution, an answer or a step, in the languages of <c>src/Languages</c>.</summary>
internal static class LabelWords
{
    private const string Section = "labels";

    private static readonly (string Key, LabelKind Kind)[] Keys =
    [
        ("problem", LabelKind.Problem), ("solution", LabelKind.Solution), ("answer", LabelKind.Answer), ("reply", LabelKind.Reply),
        ("referenceAnswer", LabelKind.ReferenceAnswer), ("step", LabelKind.Step),
    ];

    // By their first letter; longer words first where one begins another.
    private static readonly FrozenDictionary<char, (string Word, LabelKind Kind)[]> Words =
        Keys.SelectMany(key => LanguageFile.AllTexts(Section, key.Key).Select(word => (Word: word, key.Kind)))
            .GroupBy(entry => char.ToLowerInvariant(entry.Word[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());

    /// <summary>The word at the start of <paramref name="text"/>, or null; a longer word that only begins like it does not count.</summary>
    public static (LabelKind Kind, int Length)? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsLetter(text[0]) || !Words.TryGetValue(char.ToLowerInvariant(text[0]), out var words))
            return null;
        foreach (var (word, kind) in words)
            if (StartsWith(text, word))
                return (kind, word.Length);
        return null;
    }

    /// <summary>Whether <paramref name="text"/> begins with <paramref name="word"/> and no letter or mark goes on with it.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text, string word)
    {
        if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        return text.Length == word.Length || !GoesOn(word[^1], text[word.Length]);
    }

    // Chinese and Japanese write words without blanks between, Korean joins its particles to them.
    private static bool GoesOn(char last, char next)
    {
        if (last is >= '\u2e80' and <= '\ud7af')
            return false;
        return char.IsLetter(next)
            || char.GetUnicodeCategory(next) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}

using System.Collections.Frozen;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Openers that announce reasoning and hold none ("master keys"), in many languages.</summary>
internal static class ContentFreeText
{
    private const int Longest = 120;

    // Those of languages that have no file follow those of the files; nothing at all is an opener too.
    private static readonly FrozenSet<string> s_keys = FrozenSet.Create(StringComparer.Ordinal,
    [
        .. LanguageFile.AllTexts("guard", "openers"),
        "", "jibu", "suluhisho", "উত্তর", "সমাধান", "వివరణ", "పరిష్కారం", "คำตอบ", "วิธีทำ",
    ]);

    /// <summary>Whether <paramref name="text"/> is such an opener, or has neither letter nor digit.</summary>
    public static bool Is(string text)
    {
        if (text.Length > Longest)
            return !text.Any(char.IsLetterOrDigit);
        if (text.Any(c => char.IsNumber(c) && !char.IsDigit(c)))
            return false;
        var words = new string([.. text.Where(c => c is not ('\'' or '’'))
            .Select(c => char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(
                c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                ? char.ToLowerInvariant(c) : ' ')]);
        return s_keys.Contains(string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}

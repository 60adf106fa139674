using System.Collections.Frozen;
using System.Text.Json;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds what an answer says in set words of many languages.</summary>
internal static class KnownPhrases
{
    private const int Longest = 80;

    private static readonly LinearRegex s_notWord = new(@"[^\p{L}\p{M}\p{Nd}∅ℝ]+");

    // "There are no real solutions", "no such integers exist".
    private static readonly LinearRegex s_nothing = new(
        @"^(?:there (?:is|are|exists?) |the \w+ has |it has |has |we have |so )?no (?:\w+ ){0,3}(?:solutions?|roots?|answers?|values?"
            + @"|integers?|numbers?|pairs?|triples?|functions?|primes?|such \w+|possibilities|way|ways|triangles?|points?|zeros?)(?: "
            + @"exists?| found| in reals?| possible| satisf\w+ \w+(?: \w+)?)?$");

    private static readonly FrozenDictionary<string, Known> s_phrases = Build();

    /// <summary>The meaning of a whole answer; null where it is said in other words.</summary>
    public static Known? Find(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var words = s_notWord.Replace(text, " ").Trim().ToLowerInvariant();
        if (words.Length == 0)
            return null;
        if (s_phrases.TryGetValue(words, out var known))
            return known;
        if (s_nothing.IsMatch(words))
            return Known.Nothing;
        // "Yes, it is.": what follows the comma explains.
        var comma = text.IndexOfAny([',', '.', ';', '!']);
        return comma > 0 && s_phrases.TryGetValue(text[..comma].Trim().ToLowerInvariant(), out known) && known is Known.Yes or Known.No
            ? known : null;
    }

    private static FrozenDictionary<string, Known> Build()
    {
        var phrases = new Dictionary<string, Known>(StringComparer.Ordinal) { ["∅"] = Known.Nothing, ["ℝ"] = Known.AllReals };
        foreach (var known in Enum.GetValues<Known>())
        {
            foreach (var phrase in LanguageFile.AllTexts("answers", JsonNamingPolicy.CamelCase.ConvertName(known.ToString())))
                phrases[phrase] = known;
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds whole words and phrases in lower-case text.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly ImmutableArray<string> _phrases = [.. phrases];

    private readonly PhraseFilter _filter = new([.. phrases.Select(phrase => phrase.TrimEnd('*'))]);

    /// <summary>Whether any of the phrases occurs; one that ends in <c>*</c> also as the start of a longer word.</summary>
    public bool OccursIn(string text)
    {
        if (!_filter.MayOccurIn(text))
            return false;
        foreach (var phrase in _phrases)
        {
            if (Occurs(text, phrase))
                return true;
        }

        return false;
    }

    private static bool Occurs(string text, string phrase)
    {
        var isPrefix = phrase[^1] == '*';
        var needle = isPrefix ? phrase.AsSpan(0, phrase.Length - 1) : phrase;
        var from = 0;
        while (from <= text.Length - needle.Length)
        {
            var at = text.AsSpan(from).IndexOf(needle, StringComparison.Ordinal);
            if (at < 0)
                return false;
            var start = from + at;
            var end = start + needle.Length;
            var startsWord = start == 0 || !char.IsLetter(needle[0]) || !char.IsLetter(text[start - 1]);
            var endsWord = isPrefix || end == text.Length || !char.IsLetter(needle[^1]) || !char.IsLetter(text[end]);
            if (startsWord && endsWord)
                return true;
            from = start + 1;
        }

        return false;
    }
}

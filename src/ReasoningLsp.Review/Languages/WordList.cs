using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Languages;

/// <summary>Finds words and phrases in lower-case text: whole words where the script parts words by blanks, anywhere in others.</summary>
internal sealed class WordList
{
    private readonly ImmutableArray<(string Needle, bool IsPrefix)> _phrases;
    private readonly WordSearch _filter;
    private readonly bool _knowsUnspaced;

    /// <param name="phrases">In lower case; one that ends in <c>*</c> is also found as the start of a longer word.</param>
    /// <param name="knowsUnspaced">Whether words of scripts without blanks stand side by side.</param>
    public WordList(IEnumerable<string> phrases, bool knowsUnspaced = true)
    {
        _knowsUnspaced = knowsUnspaced;
        _phrases = [.. phrases.Where(phrase => phrase.Trim('*').Length > 0)
            .Select(phrase => phrase[^1] == '*' ? (phrase[..^1], true) : (phrase, false))];
        _filter = new WordSearch(Words, StringComparison.Ordinal);
    }

    /// <summary>Whether the phrases are written in Latin letters.</summary>
    public bool IsLatin => _phrases.Length > 0
        && _phrases.All(phrase => char.IsAsciiLetter(phrase.Needle[0]) || phrase.Needle[0] is > '\u007f' and < '\u0250');

    /// <summary>Whether any of the phrases occurs.</summary>
    public bool OccursIn(ReadOnlySpan<char> text)
    {
        if (!_filter.OccursIn(text))
            return false;
        foreach (var (needle, isPrefix) in _phrases)
        {
            if (Find(text, needle, isPrefix, 0) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Where the first of the phrases ends, or -1.</summary>
    public int EndIn(ReadOnlySpan<char> text)
    {
        if (!_filter.OccursIn(text))
            return -1;
        var first = -1;
        foreach (var (needle, isPrefix) in _phrases)
        {
            if (Find(text, needle, isPrefix, 0) is >= 0 and var at && (first < 0 || at + needle.Length < first))
                first = at + needle.Length;
        }

        return first;
    }

    /// <summary>The phrases, without the sign of a prefix.</summary>
    public IEnumerable<string> Words => _phrases.Select(phrase => phrase.Needle);

    /// <summary>The text with every phrase blanked out, the longest first.</summary>
    public string Without(string text)
    {
        if (!_filter.OccursIn(text))
            return text;
        foreach (var (needle, isPrefix) in _phrases.OrderByDescending(phrase => phrase.Needle.Length))
        {
            for (var at = Find(text, needle, isPrefix, 0); at >= 0; at = Find(text, needle, isPrefix, at + 1))
                text = string.Concat(text.AsSpan(0, at), new string(' ', needle.Length), text.AsSpan(at + needle.Length));
        }

        return text;
    }

    private int Find(ReadOnlySpan<char> text, string needle, bool isPrefix, int from)
    {
        while (from <= text.Length - needle.Length)
        {
            var at = text[from..].IndexOf(needle, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            var start = from + at;
            var end = start + needle.Length;
            var startsWord = start == 0 || !Joins(text[start - 1], needle[0]);
            var endsWord = isPrefix || end == text.Length || !Joins(needle[^1], text[end]);
            if (startsWord && endsWord)
                return start;
            from = start + 1;
        }

        return -1;
    }

    private bool Joins(char first, char second) =>
        char.IsLetter(first) && char.IsLetter(second) && !(_knowsUnspaced && (IsUnspaced(first) || IsUnspaced(second)));

    // Han, kana and Hangul: words, or words and particles, stand side by side.
    private static bool IsUnspaced(char unit) =>
        unit is (>= '\u1100' and <= '\u11ff') or (>= '\u3040' and <= '\u31ff') or (>= '\u3400' and <= '\u9fff')
        or (>= '\uac00' and <= '\ud7af') or (>= '\uf900' and <= '\ufaff');
}

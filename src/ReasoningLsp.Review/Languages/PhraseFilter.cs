using System.Buffers;
using System.Text;

namespace ReasoningLsp.Review.Languages;

/// <summary>Tells in one pass over a text that none of many phrases stands in it, which is true of most texts.</summary>
internal sealed class PhraseFilter
{
    private readonly SearchValues<string> _all;

    // Most texts are ASCII, and the search for phrases that are is several times faster.
    private readonly SearchValues<string> _ascii;

    /// <param name="phrases">As they are searched for.</param>
    public PhraseFilter(IReadOnlyCollection<string> phrases)
    {
        _all = SearchValues.Create([.. phrases], StringComparison.Ordinal);
        _ascii = SearchValues.Create([.. phrases.Where(phrase => Ascii.IsValid(phrase))], StringComparison.Ordinal);
    }

    /// <summary>Whether one of them may stand in the text, be it as a part of a word.</summary>
    public bool MayOccurIn(ReadOnlySpan<char> text) => text.ContainsAny(Ascii.IsValid(text) ? _ascii : _all);
}

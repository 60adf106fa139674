using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Review.Languages;

/// <summary>Tells in one pass over a text that none of many phrases stands in it, which is true of most texts.</summary>
/// <param name="phrases">As they are searched for.</param>
internal sealed class PhraseFilter(ImmutableArray<string> phrases)
{
    /// <summary>Whether one of them may stand in the text, be it as a part of a word.</summary>
    public bool MayOccurIn(ReadOnlySpan<char> text) => text.ContainsAny(Ascii.IsValid(text) ? OfAscii : All);

    // Built when first asked for, twice at worst: a trace needs the phrases of few languages.
    private SearchValues<string> All => field ??= SearchValues.Create([.. phrases], StringComparison.Ordinal);

    // Most texts are ASCII, and the search for phrases that are is several times faster.
    private SearchValues<string> OfAscii =>
        field ??= SearchValues.Create([.. phrases.Where(phrase => Ascii.IsValid(phrase))], StringComparison.Ordinal);
}

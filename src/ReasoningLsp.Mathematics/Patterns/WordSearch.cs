using System.Buffers;
using System.Text;

namespace ReasoningLsp.Mathematics.Patterns;

/// <summary>
/// Looks for many words in one pass over a text, be they parts of longer ones. Nearly every text is ASCII, and in one that is only words
/// that are can stand: the search for those is several times faster. Thread-safe; nothing is built before it is used.
/// </summary>
/// <param name="words">What is looked for.</param>
/// <param name="comparison"><see cref="StringComparison.Ordinal"/> or <see cref="StringComparison.OrdinalIgnoreCase"/>.</param>
public sealed class WordSearch(IEnumerable<string> words, StringComparison comparison)
{
    private readonly string[] _words = [.. words];

    /// <summary>Whether one of the words stands in the text.</summary>
    public bool OccursIn(ReadOnlySpan<char> text) => text.ContainsAny(For(text));

    /// <summary>What to look for in this text and in every part of it.</summary>
    public SearchValues<string> For(ReadOnlySpan<char> text) => Ascii.IsValid(text) ? OfAscii : All;

    // Built twice at worst, by threads that ask at once.
    private SearchValues<string> All => field ??= SearchValues.Create(_words, comparison);

    private SearchValues<string> OfAscii => field ??= SearchValues.Create([.. _words.Where(word => Ascii.IsValid(word))], comparison);
}

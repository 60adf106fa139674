using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds whole words and phrases in lower-case text: the lists that are no language's own.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly WordList _words = new(phrases, knowsUnspaced: false);

    /// <summary>The phrases, without the sign of a prefix.</summary>
    public IEnumerable<string> Words => _words.Words;

    /// <summary>Whether any of the phrases occurs; one that ends in <c>*</c> also as the start of a longer word.</summary>
    public bool OccursIn(string text) => _words.OccursIn(text);
}

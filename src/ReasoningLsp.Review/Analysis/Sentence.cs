using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What stands around a place of a step in its sentence.</summary>
/// <param name="Before">Lower-case text of the same sentence before it.</param>
/// <param name="After">Lower-case text after it, to the end of the next sentence.</param>
/// <param name="IsOption">Whether it stands behind the letter of an answer option, "(A)".</param>
/// <param name="IsAsked">Whether the sentence is a question.</param>
/// <param name="Lexicon">The phrases of the languages around it.</param>
internal sealed record Sentence(string Before, string After, bool IsOption, bool IsAsked, Lexicon Lexicon) : ISentence
{
    /// <inheritdoc/>
    public string Label => string.Empty;
}

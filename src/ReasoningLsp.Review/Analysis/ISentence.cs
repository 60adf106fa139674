using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What tells whether the sentence around something asserts it.</summary>
internal interface ISentence
{
    /// <summary>Lower-case text of the same sentence before it.</summary>
    string Before { get; }

    /// <summary>Lower-case text after it, to the end of the next sentence.</summary>
    string After { get; }

    /// <summary>Lower-case words that were read as part of it behind its last number: what is counted, or a verdict.</summary>
    string Label { get; }

    /// <summary>Whether it stands behind the letter of an answer option, "(A)".</summary>
    bool IsOption { get; }

    /// <summary>Whether the sentence is a question.</summary>
    bool IsAsked { get; }

    /// <summary>The phrases of the languages around it.</summary>
    Lexicon Lexicon { get; }
}

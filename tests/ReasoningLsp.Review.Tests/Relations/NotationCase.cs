namespace ReasoningLsp.Review.Tests.Relations;

/// <summary>One statement as people write it, and whether it is true.</summary>
/// <param name="Notation">The heading it stands under.</param>
/// <param name="Language">BCP 47 language of the text, or null.</param>
/// <param name="Text">The statement.</param>
/// <param name="IsTrue">Whether it holds.</param>
/// <param name="Decides">What the checks decide of this notation.</param>
internal sealed record NotationCase(string Notation, string? Language, string Text, bool IsTrue, Decides Decides);

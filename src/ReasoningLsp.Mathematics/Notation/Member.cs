using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>One side of a relation.</summary>
/// <param name="Expression">What it says, or null where it could not be read.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Ambiguities">Ambiguous notation in it.</param>
/// <param name="Name">The words it consists of where it is named and not calculated ("Total cost"), or null.</param>
public sealed record Member(
    Expression? Expression,
    int FirstToken,
    int EndToken,
    int Start,
    int Length,
    Ambiguities Ambiguities,
    string? Name)
{
    /// <summary>Ambiguities that are none here: the second reading of them is the one that is meant.</summary>
    public Ambiguities Certain { get; init; }

    /// <summary>Whether what stands before it is another statement, though the sign between them is one of arithmetic elsewhere.</summary>
    public bool IsParted { get; init; }

    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;
}

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>A region of a text and how it is read.</summary>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Mode">How it is read.</param>
public readonly record struct NotationRegion(int Start, int Length, NotationMode Mode);

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>A statement about times or dates found in a text, and what is certain about it.</summary>
/// <param name="Start">Where the statement begins in the text, in UTF-16 units.</param>
/// <param name="Length">Its length.</param>
/// <param name="ValueStart">Where the stated value begins (the "4:15 PM" of "2:30 PM + 1 hour 45 minutes = 4:15 PM").</param>
/// <param name="ValueLength">The length of the stated value.</param>
/// <param name="Verdict">Whether it is right.</param>
/// <param name="RightValue">For a false one the value that would be right, written as the stated one is; null if it is not unique.</param>
public sealed record TimeStatement(
    int Start, int Length, int ValueStart, int ValueLength, TimeVerdict Verdict, string? RightValue);

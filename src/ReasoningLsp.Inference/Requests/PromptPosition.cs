namespace ReasoningLsp.Inference.Requests;

/// <summary>A row of a prompt.</summary>
/// <param name="Piece">Index of the piece.</param>
/// <param name="End">In plain text: characters of it up to the place; the row is the token that holds the character before it. Ignored for
/// a single token.</param>
/// <param name="Shift">Rows to go on from there, usually 0; −1 is the row before.</param>
public readonly record struct PromptPosition(int Piece, int End, int Shift);

namespace ReasoningLsp.Inference.Requests;

/// <summary>A piece of a prompt. Pieces are tokenised apart and then joined.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, or the control token's name.</param>
/// <param name="Number">The token's number where it is given so.</param>
public readonly record struct PromptPiece(PieceKind Kind, string Text, int Number)
{
    /// <summary>The token that begins a text.</summary>
    public static PromptPiece Begin { get; } = new(PieceKind.Begin, string.Empty, 0);

    /// <summary>Plain text.</summary>
    public static PromptPiece Plain(string text) => new(PieceKind.Text, text, 0);

    /// <summary>A control token.</summary>
    public static PromptPiece Control(string name) => new(PieceKind.Control, name, 0);

    /// <summary>A token by its number.</summary>
    public static PromptPiece Token(int id) => new(PieceKind.Id, string.Empty, id);

    /// <summary>As a message shows it.</summary>
    public override string ToString() => Kind switch
    {
        PieceKind.Begin => "the beginning token",
        PieceKind.Id => $"token {Number}",
        _ => $"\"{Text}\"",
    };
}

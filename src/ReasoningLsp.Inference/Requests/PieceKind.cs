namespace ReasoningLsp.Inference.Requests;

/// <summary>What a piece of a prompt is.</summary>
public enum PieceKind
{
    /// <summary>Plain text: whatever it holds, it never becomes a control token.</summary>
    Text,

    /// <summary>A control token by its name, such as <c>&lt;|im_start|&gt;</c>; it must be exactly one token.</summary>
    Control,

    /// <summary>A token by its number.</summary>
    Id,

    /// <summary>The token that begins a text in this vocabulary; nothing where it has none.</summary>
    Begin,
}

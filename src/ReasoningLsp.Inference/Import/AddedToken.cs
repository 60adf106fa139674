namespace ReasoningLsp.Inference.Import;

/// <summary>A token added to a vocabulary after its training.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Content">Its text.</param>
/// <param name="IsSpecial">Whether it is a control token.</param>
internal sealed record AddedToken(int Id, string Content, bool IsSpecial)
{
    /// <summary>Tokens that are control tokens whatever their file says, because of how they are written.</summary>
    public static bool LooksSpecial(string content) =>
        content is "<pad>" or "<mask>" or "<2mass>" or "[@BOS@]"
        || (content.StartsWith("<|", StringComparison.Ordinal) && content.EndsWith("|>", StringComparison.Ordinal))
        || (content.StartsWith("<｜", StringComparison.Ordinal) && content.EndsWith("｜>", StringComparison.Ordinal))
        || (content.StartsWith("<unused", StringComparison.Ordinal) && content.EndsWith('>'));
}

namespace ReasoningLsp.Server.Documents;

/// <summary>A change that looks like a person typing, as opposed to one that replaces the text or several places of it.</summary>
/// <param name="Caret">Offset where the typing left off: the caret as far as the protocol lets it be known.</param>
/// <param name="When">Timestamp of the server's clock.</param>
internal readonly record struct Typing(int Caret, long When)
{
    /// <summary>How long after the last keystroke a person is taken to be still at it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(2);
}

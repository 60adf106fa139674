namespace ReasoningLsp.Runs.Storage;

/// <summary>A file of a run is not what was written; the message names it, what is wrong with it, and what mends it.</summary>
public sealed class DamagedRunException : FormatException
{
    /// <summary>A file that is damaged.</summary>
    public DamagedRunException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

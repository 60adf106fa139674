namespace ReasoningLsp.Programs;

/// <summary>Programs cannot be run here.</summary>
public sealed class SandboxUnavailableException : Exception
{
    /// <summary>An error without a word.</summary>
    public SandboxUnavailableException()
    {
    }

    /// <summary>An error with its reason, a sentence for a person.</summary>
    public SandboxUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its reason and its cause.</summary>
    public SandboxUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace ReasoningLsp.Inference.Requests;

/// <summary>Who waits for the answer.</summary>
public enum RequestPriority
{
    /// <summary>A person.</summary>
    Interactive,

    /// <summary>Nobody at the moment.</summary>
    Background,
}

namespace ReasoningLsp.Inference.Requests;

/// <summary>A model to compute with.</summary>
/// <param name="Path">Full path of its GGUF file; of a served model, the server's name for it.</param>
/// <param name="Adapter">Full path of a LoRA adapter on it, or null.</param>
/// <param name="Cache">How keys and values are kept.</param>
public sealed record ModelReference(string Path, string? Adapter = null, CachePrecision Cache = CachePrecision.Half)
{
    /// <summary>The server that computes it, or null where this machine does.</summary>
    public RemoteModel? Remote { get; init; }

    /// <summary>A served model.</summary>
    public static ModelReference Served(RemoteModel remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        return new ModelReference(remote.Id) { Remote = remote };
    }
}

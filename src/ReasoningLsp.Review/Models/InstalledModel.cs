using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Review.Models;

/// <summary>A model that the user made known under a name: a file, or what a server computes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Profile">Name of a profile, or full path of a profile's file.</param>
/// <param name="Model">Full path of the GGUF file, or null where a server computes.</param>
/// <param name="Adapter">Full path of a LoRA adapter, or null.</param>
/// <param name="Head">Full path of the head, or null.</param>
/// <param name="Reference">Full path of the model compared with, or null.</param>
/// <param name="Criterion">What the user wants to be judged by, or null.</param>
public sealed record InstalledModel(string Name, string Profile, string? Model, string? Adapter = null, string? Head = null,
    string? Reference = null, string? Criterion = null)
{
    /// <summary>Address of the server that computes, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The server's name for the model, or null.</summary>
    public string? RemoteModel { get; init; }

    /// <summary>The server's name for the model compared with, or null.</summary>
    public string? RemoteReference { get; init; }

    /// <summary>How many critiques are written of each step, or null for as many as the profile says.</summary>
    public int? Votes { get; init; }

    /// <summary>The environment variable that holds the server's key, or null. The key itself is never kept.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>The model to compute with.</summary>
    public ModelReference ToReference() =>
        Served(RemoteModel) is { } served ? served with { Adapter = Adapter } : new ModelReference(Model ?? string.Empty, Adapter);

    /// <summary>The model compared with, or null.</summary>
    public ModelReference? ToCompared() => Served(RemoteReference) ?? (Reference is null ? null : new ModelReference(Reference));

    private ModelReference? Served(string? id) =>
        Address is null || id is null ? null : ModelReference.Served(new RemoteModel(Address, id, KeyVariable));
}

using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Models;

/// <summary>A published reward model or judge.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Repository">As its publisher names it.</param>
/// <param name="Profile">The profile that fits.</param>
/// <param name="Parameters">Billions of weights.</param>
/// <param name="Licence">Its licence, as far as it is known.</param>
/// <param name="F1">Published ProcessBench F1, mean over the four sets, or null.</param>
public sealed record KnownModel(string Name, string Repository, string Profile, double Parameters, string Licence, double? F1)
{
    /// <summary>The model that it was trained from; of an adapter, the one that it is put on.</summary>
    public required string Base { get; init; }

    /// <summary>Whether <see cref="Repository"/> holds a LoRA adapter on <see cref="Base"/>, so that both are got.</summary>
    public bool IsAdapter { get; init; }

    /// <summary>The repository of the model that it is compared with, or null; it is got too.</summary>
    public string? Reference { get; init; }

    /// <summary>The head on its hidden states, which lies among its weights; null where tokens are read.</summary>
    public string? Head { get; init; }

    /// <summary>The revision that holds safetensors files.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>Bytes that its files hold of a weight.</summary>
    public double BytesPerWeight { get; init; } = 2;

    /// <summary>Gigabytes of all that is got, reckoned from the number of weights: nobody added up its files.</summary>
    public double Download => Math.Round(Parameters * BytesPerWeight * (Reference is null ? 1 : 2), 1);

    /// <summary>What the published figure rests on beside the profile's rule, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>Gigabytes of memory in Q8_0 with 4,096 tokens of context, roughly.</summary>
    public double Gigabytes => Math.Round((Parameters * 1.07 * (Reference is null ? 1 : 2)) + 0.5, 1);

    /// <summary>How it is fed and read.</summary>
    public Profile Reads => ProfileCatalog.Find(Profile)!;
}

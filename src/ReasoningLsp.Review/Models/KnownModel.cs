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
    /// <summary>Where <see cref="Repository"/> holds a LoRA adapter, the repository of the model that it belongs to; else null.</summary>
    public string? Base { get; init; }

    /// <summary>Gigabytes of memory in Q8_0 with 4,096 tokens of context, roughly.</summary>
    public double Gigabytes => Math.Round((Parameters * 1.07) + 0.5, 1);
}

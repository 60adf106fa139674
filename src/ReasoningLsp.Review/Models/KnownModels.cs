using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Review.Models;

/// <summary>The catalogue of published reward models.</summary>
public static class KnownModels
{
    /// <summary>All, the best first where figures are published.</summary>
    public static ImmutableArray<KnownModel> All { get; } = Read();

    /// <summary>The model of this name, or null.</summary>
    public static KnownModel? Find(string name) =>
        All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<KnownModel> Read()
    {
        using var stream = typeof(KnownModels).Assembly.GetManifestResourceStream("known-models.json")!;
        return JsonSerializer.Deserialize<ImmutableArray<KnownModel>>(stream, JsonSerializerOptions.Web);
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A key that a shape needs.</summary>
/// <param name="Path">Where: names joined by dots for objects within objects, alternatives by bars.</param>
/// <param name="Kinds">What may stand there, by its first sign: <c>"</c>, <c>[</c>, <c>{</c>; empty for anything.</param>
/// <param name="IsTelling">Whether its presence hints at the shape.</param>
internal sealed record ShapeKey(string Path, string Kinds, bool IsTelling = true)
{
    private readonly ImmutableArray<string> _names = [.. Path.Split('.')];

    public bool IsIn(JsonObjectPlace record) => Find(record) is { } place && (Kinds.Length == 0 || Kinds.Contains(place.Text[place.Start]));

    /// <summary>The value, of whatever kind; null where the key is missing.</summary>
    public JsonPlace? Find(JsonObjectPlace record)
    {
        JsonPlace? place = null;
        foreach (var name in _names)
        {
            var owner = place is { } outer ? outer.Object() : record;
            place = owner?.Find(name.Split('|'));
            if (place is null)
                return null;
        }

        return place;
    }

    /// <summary>The key and what it should hold, for a person.</summary>
    public string Wanted => $"\"{Path.Replace("|", "\" or \"", StringComparison.Ordinal)}\" with {string.Join(" or ", Kinds.Select(Name))}";

    private static string Name(char kind) => kind switch { '"' => "a text", '[' => "a list", _ => "an object" };
}

using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Server.Protocol;

/// <summary>Reads JSON of which nothing may be taken for granted, by paths such as <c>window.showDocument.support</c>.</summary>
internal readonly struct JsonPath(JsonElement root)
{
    /// <summary>Whether something other than null stands there.</summary>
    public bool Has(string path) => At(path) is { ValueKind: not JsonValueKind.Null };

    /// <summary>Whether <c>true</c> stands there.</summary>
    public bool Flag(string path) => At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The text there, or null.</summary>
    public string? Word(string path) => At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The whole number there, or null.</summary>
    public int? Number(string path) =>
        At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>The texts of the array there; none where there is none.</summary>
    public ImmutableArray<string> Words(string path) =>
        At(path) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    /// <summary>The numbers of the array there; none where there is none.</summary>
    public ImmutableArray<int> Numbers(string path) =>
        At(path) is { ValueKind: JsonValueKind.Array } array
            ? [
                .. array.EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _))
                    .Select(item => item.GetInt32())]
            : [];

    /// <summary>What stands there, or null.</summary>
    public JsonElement? At(string path)
    {
        var at = root;
        foreach (var name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out var next))
                return null;
            at = next;
        }

        return at;
    }
}

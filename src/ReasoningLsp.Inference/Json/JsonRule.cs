using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Inference.Json;

/// <summary>
/// Compares a value with a JSON schema: type, enum, const, required, properties, additionalProperties, items, minItems, maxItems,
/// minProperties, maxProperties, minimum, maximum, minLength, pattern and $ref. A whole number has 32 bits, with the format int64
/// 64.
/// </summary>
internal static class JsonRule
{
    private const int LongestShown = 60;
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong, and where; null where nothing is.</summary>
    /// <param name="root">The whole schema.</param>
    /// <param name="schema">The part that holds here.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands, such as <c>/reading/head/0</c>.</param>
    public static (string Path, string What)? Problem(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Problem(root, Resolve(root, reference.GetString()!), value, path);
        (string, string) Wrong(string allowed) => (path, $"{Name(path)} is {Shown(value)}; {allowed} is allowed here");
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => Same(choice, value)))
            return Wrong("one of " + string.Join(", ", choices.EnumerateArray().Select(choice => choice.GetRawText())));
        if (schema.TryGetProperty("const", out var only) && !Same(only, value))
            return Wrong(only.GetRawText());
        if (schema.TryGetProperty("type", out var type) && Type(type, schema, value) is { } allowed)
            return Wrong(allowed);
        return value.ValueKind switch
        {
            JsonValueKind.Number => Outside(schema, value) is { } range ? Wrong(range) : null,
            JsonValueKind.String => Text(schema, value.GetString()!) is { } text ? Wrong(text) : null,
            JsonValueKind.Array => Items(root, schema, value, path),
            JsonValueKind.Object => Properties(root, schema, value, path),
            _ => null,
        };
    }

    private static (string, string)? Items(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        var count = value.GetArrayLength();
        if (Count(schema, "minItems", "maxItems", count, ("entry", "entries")) is { } many)
            return (path, $"{Name(path)} has {count} entries; {many}");
        if (!schema.TryGetProperty("items", out var items))
            return null;
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (Problem(root, items, item, $"{path}/{at++}") is { } problem)
                return problem;
        }

        return null;
    }

    private static (string, string)? Properties(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{path}/{property.Name}";
            if (!names.Add(property.Name))
                return (place, $"\"{property.Name}\" stands here twice");
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(property.Name, out var rule))
            {
                if (Problem(root, rule, property.Value, place) is { } problem)
                    return problem;
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                if (others.ValueKind == JsonValueKind.False)
                    return (place, $"\"{property.Name}\" is not known here; "
                        + $"{string.Join(", ", known.EnumerateObject().Select(each => each.Name))} are");
                if (others.ValueKind == JsonValueKind.Object && Problem(root, others, property.Value, place) is { } problem)
                    return problem;
            }
        }

        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().Select(each => each.GetString()!).FirstOrDefault(name => !names.Contains(name)) is { } missing)
            return (path, $"{Name(path)} lacks \"{missing}\"");
        return Count(schema, "minProperties", "maxProperties", names.Count, ("property", "properties")) is { } many
            ? (path, $"{Name(path)} has {names.Count} properties; {many}") : null;
    }

    private static string? Type(JsonElement type, JsonElement schema, JsonElement value)
    {
        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()!).ToArray()
            : [type.GetString()!];
        var isLong = schema.TryGetProperty("format", out var format) && format.GetString() == "int64";
        return names.Any(name => Is(name, value, isLong)) ? null : string.Join(" or ", names.Select(Kind));
    }

    private static bool Is(string type, JsonElement value, bool isLong) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && (isLong ? value.TryGetInt64(out _) : value.TryGetInt32(out _)),
        _ => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number),
    };

    private static string Kind(string type) => type switch
    {
        "object" => "an object",
        "array" => "a list",
        "string" => "a text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "null" => "null",
        _ => "a number",
    };

    private static string? Outside(JsonElement schema, JsonElement value)
    {
        var number = value.GetDouble();
        double? Bound(string name) => schema.TryGetProperty(name, out var bound) ? bound.GetDouble() : null;
        var (least, most) = (Bound("minimum"), Bound("maximum"));
        if (!(number < least) && !(number > most))
            return null;
        static string Of(double? bound) => bound!.Value.ToString(CultureInfo.InvariantCulture);
        return most is null ? $"a number of at least {Of(least)}"
            : least is null ? $"a number of at most {Of(most)}" : $"a number from {Of(least)} to {Of(most)}";
    }

    private static string? Text(JsonElement schema, string text)
    {
        if (schema.TryGetProperty("minLength", out var length) && text.Length < length.GetInt32())
            return "a text that is not empty";
        return schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.CultureInvariant, MatchLimit)
            ? $"a text of the form {pattern.GetString()}" : null;
    }

    private static string? Count(JsonElement schema, string least, string most, int count, (string One, string Many) what)
    {
        var (low, high) = (schema.TryGetProperty(least, out var from) ? from.GetInt32() : 0,
            schema.TryGetProperty(most, out var to) ? to.GetInt32() : int.MaxValue);
        return count >= low && count <= high ? null
            : low == high ? $"exactly {low} {(low == 1 ? what.One : what.Many)} may stand here"
            : count < low ? $"at least {low} are needed here" : $"at most {high} are allowed here";
    }

    private static bool Same(JsonElement left, JsonElement right) => JsonElement.DeepEquals(left, right);

    private static JsonElement Resolve(JsonElement root, string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static string Name(string path) => path.Length == 0 ? "the file"
        : string.Concat(path[1..].Split('/').Select((part, at) => part.All(char.IsAsciiDigit) ? $"[{part}]" : at == 0 ? part : "." + part));

    private static string Shown(JsonElement value)
    {
        var raw = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => value.GetRawText(),
        };
        return raw.Length > LongestShown ? string.Concat(raw.AsSpan(0, LongestShown), "…") : raw;
    }
}

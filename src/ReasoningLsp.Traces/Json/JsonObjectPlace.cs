using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Json;

/// <summary>An object of JSON: where the value of each of its keys begins. A key whose value is null counts as absent.</summary>
internal sealed class JsonObjectPlace
{
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);
    private readonly string _text;
    private readonly int _limit;

    private JsonObjectPlace(string text, int limit)
    {
        _text = text;
        _limit = limit;
    }

    /// <summary>The whole object.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>The keys, in order.</summary>
    public IEnumerable<string> Names => _starts.Keys;

    /// <summary>Reads the object that is next; the cursor holds the error if it is broken.</summary>
    public static JsonObjectPlace Read(JsonCursor cursor, string text, int limit)
    {
        var found = new JsonObjectPlace(text, limit);
        cursor.Peek();
        var start = cursor.At;
        cursor.Enter();
        while (cursor.NextProperty(out var name))
        {
            var isNull = cursor.Peek() == 'n';
            var value = cursor.At;
            cursor.SkipValue();
            if (!isNull)
                found._starts[Name(text, name)] = value;
        }

        found.Span = TextSpan.FromBounds(start, Math.Max(start, cursor.At));
        return found;
    }

    /// <summary>The value of the first of <paramref name="keys"/> that the object has.</summary>
    public JsonPlace? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (_starts.TryGetValue(key, out var start))
                return new JsonPlace(_text, start, _limit);
        return null;
    }

    /// <summary>The first of <paramref name="keys"/> whose value is a string, decoded.</summary>
    public MappedText? String(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Find(key) is { IsString: true } place)
                return place.String();
        return null;
    }

    /// <summary>The texts under the first of <paramref name="keys"/> that the object has: one, or those of a list.</summary>
    public ImmutableArray<string> Strings(params ReadOnlySpan<string> keys) =>
        Find(keys) is { } place ? JsonValues.Strings(_text, place.Start, _limit) : [];

    private static string Name(string text, TextSpan name)
    {
        var raw = text.AsSpan(name.Start, name.Length);
        return raw.Contains('\\') ? JsonText.Decode(text, name).Text : raw.ToString();
    }
}

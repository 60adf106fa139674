using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Json;

/// <summary>Reads settings, which people write as one value or as a list.</summary>
internal static class JsonValues
{
    /// <summary>The texts of the value at <paramref name="start"/>: itself, or the items of the list, also where they are objects with a
    /// text.</summary>
    public static ImmutableArray<string> Strings(string text, int start, int end)
    {
        var cursor = new JsonCursor(text, start, end);
        if (cursor.Peek() != '[')
            return Scalar(text, cursor) is { } single ? [single] : [];
        var found = ImmutableArray.CreateBuilder<string>();
        cursor.Enter();
        while (cursor.NextItem())
            if (Scalar(text, cursor) is { } item)
                found.Add(item);
        return found.ToImmutable();
    }

    /// <summary>The text of the object that is next, under the first of the names by which texts go; null where it has none.</summary>
    public static MappedText? TextOf(string text, JsonCursor cursor)
    {
        MappedText? found = null;
        cursor.Enter();
        while (cursor.NextProperty(out var name))
        {
            if (found is null && cursor.Peek() == '"'
                && text.AsSpan(name.Start, name.Length) is ("text" or "content" or "step" or "question" or "item"))
                found = JsonText.Decode(text, cursor.ReadString());
            else
                cursor.SkipValue();
        }

        return found;
    }

    private static string? Scalar(string text, JsonCursor cursor)
    {
        switch (cursor.Peek())
        {
            case '"':
                return JsonText.Decode(text, cursor.ReadString()).Text;
            case '{':
                return TextOf(text, cursor)?.Text;
            default:
                var span = cursor.SkipValue();
                var raw = text.AsSpan(span.Start, span.Length);
                return raw is "null" || raw.StartsWith("[") ? null : raw.ToString();
        }
    }
}

namespace ReasoningLsp.Traces.Json;

/// <summary>A value of valid JSON at its place in a text; offsets are the text's.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Where the value begins.</param>
/// <param name="Limit">Where the record ends that the value stands in.</param>
internal readonly record struct JsonPlace(string Text, int Start, int Limit)
{
    public bool IsString => Text[Start] == '"';

    public bool IsTrue => Text[Start] == 't';

    public bool IsArray => Text[Start] == '[';

    public bool IsObject => Text[Start] == '{';

    public TextSpan Span => Cursor().SkipValue();

    /// <summary>The string, decoded; null where the value is none.</summary>
    public MappedText? String() => IsString ? JsonText.Decode(Text, Cursor().ReadString()) : null;

    /// <summary>The object; null where the value is none.</summary>
    public JsonObjectPlace? Object() => IsObject ? JsonObjectPlace.Read(Cursor(), Text, Limit) : null;

    /// <summary>The items of the array; none where the value is no array.</summary>
    public List<JsonPlace> Items()
    {
        var items = new List<JsonPlace>();
        if (!IsArray)
            return items;
        var cursor = Cursor();
        cursor.Enter();
        while (cursor.NextItem())
        {
            cursor.Peek();
            items.Add(new JsonPlace(Text, cursor.At, Limit));
            cursor.SkipValue();
        }

        return items;
    }

    public JsonCursor Cursor() => new(Text, Start, Limit);
}

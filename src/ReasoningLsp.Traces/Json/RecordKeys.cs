namespace ReasoningLsp.Traces.Json;

/// <summary>Where the values of a record that are read begin; -1 for those it lacks.</summary>
/// <remarks>Labels and everything else that a data set may say of a trace is not even looked at.</remarks>
internal sealed class RecordKeys
{
    private static readonly string[] Names =
    [
        "id", "problem", "question", "prompt", "steps", "solution", "response", "completion", "messages",
        "answer", "hints", "concepts", "checklist", "language", "profile", "reasoning-disable",
    ];

    private readonly Dictionary<string, int> _starts = new(Names.Length, StringComparer.Ordinal);

    /// <summary>Where the value of the first of <paramref name="names"/> that the record has begins, or -1.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_starts.TryGetValue(name, out var start))
                return start;
        return -1;
    }

    /// <summary>Walks the object that is next; the cursor holds the error if it is broken.</summary>
    public void Read(JsonCursor cursor, string text)
    {
        cursor.Enter();
        while (cursor.NextProperty(out var name))
        {
            cursor.Peek();
            var key = KnownName(text, name);
            var start = cursor.At;
            var isNull = cursor.Peek() == 'n';
            cursor.SkipValue();
            if (key is not null && !isNull)
                _starts[key] = start;
        }
    }

    private static string? KnownName(string text, TextSpan name)
    {
        var raw = text.AsSpan(name.Start, name.Length);
        if (raw.Contains('\\'))
            raw = JsonText.Decode(text, name).Text;
        foreach (var known in Names)
            if (raw.SequenceEqual(known))
                return known;
        return null;
    }
}

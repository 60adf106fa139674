using System.Text.Json;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Labels;

/// <summary>Lines of JSON that say something of traces, each of one that it names by <c>hash</c> or <c>id</c>. None is passed over in
/// silence: one that says nothing is an error, and those that found no trace are kept to be told.</summary>
internal sealed class NamedLines<T>
    where T : class
{
    private static readonly string[] s_names = ["hash", "id"];

    private readonly Dictionary<string, (int Line, string Text, T Value)> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<int> _found = [];
    private readonly HashSet<int> _unfit = [];
    private readonly Func<T, RunTrace, bool> _fits;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What a line says; null or a <see cref="FormatException"/> where it says nothing.</param>
    /// <param name="fits">Whether it can be said of a trace.</param>
    /// <param name="wanted">What a line is to be.</param>
    /// <exception cref="FormatException">A line says nothing, or two say different things of one trace; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public NamedLines(string path, Func<JsonElement, T?> read, Func<T, RunTrace, bool> fits, string wanted)
    {
        _fits = fits;
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text))
                Add(number, text, read, wanted);
        }
    }

    /// <summary>The lines that said nothing of any trace which was asked for, each in words.</summary>
    public IEnumerable<string> Left => _lines.Where(pair => !_found.Contains(pair.Value.Line)).OrderBy(pair => pair.Value.Line)
        .Select(pair => _unfit.Contains(pair.Value.Line)
            ? $"line {pair.Value.Line}: \"{pair.Key}\" has another number of steps in the run"
            : $"line {pair.Value.Line}: the run has no trace \"{pair.Key}\"");

    /// <summary>What is said of a trace, by its hash or else its id; null where nothing is, or what is does not fit.</summary>
    public T? Of(RunTrace trace)
    {
        if (!_lines.TryGetValue(trace.Hash, out var line) && !_lines.TryGetValue(trace.Name, out line))
            return null;
        var fits = _fits(line.Value, trace);
        (fits ? _found : _unfit).Add(line.Line);
        return fits ? line.Value : null;
    }

    private static bool IsExpected(Exception error) => error is JsonException or KeyNotFoundException or InvalidOperationException
        or FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException;

    private static string? NameOf(JsonElement json) => s_names
        .Select(name => json.TryGetProperty(name, out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null)
        .FirstOrDefault(name => name is not null);

    private void Add(int number, string text, Func<JsonElement, T?> read, string wanted)
    {
        (string? Name, T? Value) said;
        try
        {
            using var document = JsonDocument.Parse(text);
            said = (NameOf(document.RootElement), read(document.RootElement));
        }
        catch (Exception error) when (IsExpected(error))
        {
            said = (null, null);
        }

        if (said is not ({ } name, { } value))
            throw new FormatException($"line {number} {wanted}");
        if (!_lines.TryAdd(name, (number, text.Trim(), value)) && _lines[name] is var (first, before, _) && before != text.Trim())
            throw new FormatException($"lines {first} and {number} say different things of \"{name}\": keep one.");
    }
}

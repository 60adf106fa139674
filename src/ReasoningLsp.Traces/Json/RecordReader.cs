using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Json;

/// <summary>Reads one record: an object with a problem and its steps, a solution, or a conversation.</summary>
internal sealed class RecordReader
{
    private readonly string _text;
    private readonly int _end;
    private readonly RecordKeys _keys = new();
    private readonly ImmutableArray<ReadError>.Builder _errors = ImmutableArray.CreateBuilder<ReadError>();

    private RecordReader(string text, int end)
    {
        _text = text;
        _end = end;
    }

    /// <summary>Reads the value that is next at <paramref name="cursor"/>; offsets are those of <paramref name="text"/>.</summary>
    public static RecordContent Read(JsonCursor cursor, string text, int end)
    {
        var start = 0;
        if (cursor.Peek() != '{')
        {
            start = cursor.At;
            var value = cursor.SkipValue();
            return cursor.Error is null ? NotARecord(value) : Broken(cursor, start);
        }

        start = cursor.At;
        var reader = new RecordReader(text, end);
        reader._keys.Read(cursor, text);
        return cursor.Error is null ? reader.Build(TextSpan.FromBounds(start, cursor.At)) : Broken(cursor, start);
    }

    /// <summary>A record in which the JSON is broken where the cursor says.</summary>
    public static RecordContent Broken(JsonCursor cursor, int start) =>
        new(Empty(TextSpan.FromBounds(start, Math.Max(start, cursor.ErrorAt))), [], cursor.ErrorAt, cursor.Error);

    private static RecordContent NotARecord(TextSpan span) =>
        new(Empty(span) with { Errors = [new ReadError("no-steps", "This is no JSON object; a record is written {\"problem\": \"…\", \"steps\": [\"…\"]}.", span)] }, []);

    private static Trace Empty(TextSpan span) => new(0, null, null, [], null, TraceSettings.None, span, []);

    private RecordContent Build(TextSpan span)
    {
        var problem = Text(_keys.Find("problem", "question", "prompt"));
        var solution = new SolutionText([], null, []);
        if (_keys.Find("steps") is >= 0 and var steps && _text[steps] == '[')
            solution = JsonSteps.Read(_text, steps, _end, _errors);
        else if (Text(_keys.Find("solution", "response", "completion")) is { } whole)
            solution = SolutionText.Split(whole, 0);
        else if (_keys.Find("messages", "prompt") is >= 0 and var messages && _text[messages] == '[')
            (problem, solution) = ChatMessages.Read(_text, messages, _end, problem);
        else
            _errors.Add(new ReadError("no-steps", "The record has no steps: give it \"steps\", \"solution\" or \"messages\".", span));

        _errors.AddRange(solution.Errors);
        var settings = new TraceSettings
        {
            Answer = Answer(),
            Hints = Strings("hints"),
            Concepts = Strings("concepts"),
            Checklist = Strings("checklist"),
            Language = Strings("language").FirstOrDefault(),
            Profile = Strings("profile").FirstOrDefault(),
        };
        var id = Strings("id").FirstOrDefault();
        return new RecordContent(new Trace(0, id, problem, solution.Steps, solution.FinalAnswer, settings, span, _errors.ToImmutable()), Suppressions(span));
    }

    private MappedText? Text(int start) =>
        start >= 0 && _text[start] == '"' ? JsonText.Decode(_text, new JsonCursor(_text, start, _end).ReadString()) : null;

    private string? Answer() => Strings("answer") is { IsEmpty: false } parts ? string.Join(", ", parts) : null;

    private ImmutableArray<string> Strings(string key) => _keys.Find(key) is >= 0 and var start ? JsonValues.Strings(_text, start, _end) : [];

    private ImmutableArray<Suppression> Suppressions(TextSpan span)
    {
        if (_keys.Find("reasoning-disable") is not (>= 0 and var start))
            return [];
        var rules = JsonValues.Strings(_text, start, _end);
        if (rules.IsEmpty)
            return [];
        return [new Suppression(rules, SuppressionScope.File, new JsonCursor(_text, start, _end).SkipValue(), span)];
    }
}

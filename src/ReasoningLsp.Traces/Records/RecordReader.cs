using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Shapes;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Records;

/// <summary>Reads one record into its traces: one for each solution that it holds, at least one.</summary>
internal static class RecordReader
{
    private const string NoObject = "This is no JSON object; a record is written {\"problem\": \"…\", \"steps\": [\"…\"]}.";

    /// <summary>Reads the value that is next at <paramref name="cursor"/>; offsets are those of <paramref name="text"/>.</summary>
    public static RecordContent Read(JsonCursor cursor, string text, int end)
    {
        var isObject = cursor.Peek() == '{';
        var start = cursor.At;
        if (!isObject)
        {
            var place = new JsonPlace(text, start, end);
            var isList = cursor.Peek() == '[';
            var value = cursor.SkipValue();
            if (cursor.Error is null && isList && OfTexts(place) is { } texts)
                return texts;
            return cursor.Error is not null ? Broken(cursor, start) : place.IsString ? OfText(place) : NotARecord(value);
        }

        var record = JsonObjectPlace.Read(cursor, text, end);
        return cursor.Error is null ? Build(record) : Broken(cursor, start);
    }

    /// <summary>A record in which the JSON is broken where the cursor says.</summary>
    public static RecordContent Broken(JsonCursor cursor, int start) =>
        new([Empty(TextSpan.FromBounds(start, Math.Max(start, cursor.ErrorAt)))], [], cursor.ErrorAt, cursor.Error);

    private static RecordContent NotARecord(TextSpan span) =>
        new([Empty(span) with { Errors = [new ReadError("no-steps", NoObject, span)] }], []);

    /// <summary>A list of texts: the steps of one solution; null where the list holds anything else.</summary>
    public static RecordContent? OfTexts(JsonPlace list)
    {
        if (list.Items() is not { Count: > 0 } items || !items.TrueForAll(item => item.IsString)
            || SolutionValue.Read(list) is not { Steps.IsEmpty: false } solution)
            return null;
        return new RecordContent([new Trace(0, null, null, solution.Steps, solution.FinalAnswer, TraceSettings.None, list.Span,
            solution.Errors)], []);
    }

    // A line that is nothing but a text: the whole solution.
    private static RecordContent OfText(JsonPlace text) =>
        SolutionText.Split(text.String()!) is { Steps.IsEmpty: false } solution
            ? new RecordContent([new Trace(0, null, null, solution.Steps, solution.FinalAnswer, TraceSettings.None, text.Span,
                solution.Errors)], [])
            : NotARecord(text.Span);

    private static Trace Empty(TextSpan span) => new(0, null, null, [], null, TraceSettings.None, span, []);

    private static RecordContent Build(JsonObjectPlace record)
    {
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        var solutions = RecordShapes.Read(record, errors);
        if (solutions.Count == 0)
            solutions = [new RecordSolution(SolutionText.Empty)];
        var settings = Settings(record);
        var id = CommonKeys.Id(record);
        var traces = ImmutableArray.CreateBuilder<Trace>(solutions.Count);
        foreach (var solution in solutions)
        {
            var own = errors.ToImmutable().AddRange(solution.Text.Errors);
            errors.Clear(); // what is wrong with the record as a whole is said once
            var reference = solution.Reference ?? (solution.HasNoReference ? null : settings.Answer);
            traces.Add(new Trace(
                0, Joined(id, solution.Name), solution.Problem ?? CommonKeys.Problem(record), solution.Text.Steps,
                solution.Text.FinalAnswer,
                settings with { Answer = reference }, record.Span, own));
        }

        return new RecordContent(traces.MoveToImmutable(), Suppressions(record));
    }

    private static string? Joined(string? id, string? name) => id is null ? name : name is null ? id : $"{id}/{name}";

    private static TraceSettings Settings(JsonObjectPlace record) => new()
    {
        Answer = CommonKeys.Reference(record),
        Hints = record.Strings("hints"),
        Concepts = record.Strings("concepts"),
        Checklist = record.Strings("checklist"),
        Language = record.Strings("language").FirstOrDefault(),
        Profile = record.Strings("profile").FirstOrDefault(),
    };

    private static ImmutableArray<Suppression> Suppressions(JsonObjectPlace record)
    {
        var rules = record.Strings("reasoning-disable");
        return rules.IsEmpty ? []
            : [new Suppression(rules, SuppressionScope.File, record.Find("reasoning-disable")!.Value.Span, record.Span)];
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>An answer of Gemini's interface, by itself, with its request, or as a line of a batch.</summary>
internal sealed class GeminiShape() : RecordShape(
    "Gemini response", """{"candidates": [{"content": {"role": "model", "parts": [{"text": "…", "thought": true}, {"text": "…"}]}}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("candidates|response", "[{")];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var response = record.Find("candidates") is null ? record.Find("response")?.Object() : record;
        if (response?.Find("candidates") is not { IsArray: true } candidates)
            return null;
        var contents = candidates.Items().Select(candidate => candidate.Object()?.Find("content")).OfType<JsonPlace>()
            .Where(content => content.Object()?.Find("parts") is not null);
        return [.. Named.Of(contents, null).Select(solution => solution with { Problem = Asked(record) })];
    }

    private static MappedText? Asked(JsonObjectPlace record)
    {
        var request = record.Find("request")?.Object() ?? record;
        return request.Find("contents") is { } contents ? ChatMessages.Read(contents.Items()).Problem : CommonKeys.Problem(request);
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation that stands in the record as the text of its JSON, as tables keep it.</summary>
internal sealed class EmbeddedConversationShape() : RecordShape("conversation as text",
    """{"messages": "[{\"role\": \"user\", \"content\": \"…\"}, {\"role\": \"assistant\", \"content\": \"…\"}]"}""")
{
    private const string Names = "messages|conversations|conversation";

    public override ImmutableArray<ShapeKey> Keys { get; } = [new(Names, "\"", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var whole = record.String(Names.Split('|'))!;
        var text = whole.Text;
        var cursor = new JsonCursor(text, 0, text.Length);
        if (cursor.Peek() != '[')
            return null;
        var place = new JsonPlace(text, cursor.At, text.Length);
        cursor.SkipValue();
        if (cursor.Error is not null || ChatMessages.Read(place.Items()) is not (var problem, { } solution))
            return null;
        return [new RecordSolution(solution.Through(whole)) { Problem = problem?.Through(whole) }];
    }
}

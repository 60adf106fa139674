using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A conversation as LM Studio keeps it: of each message the version that is selected.</summary>
internal sealed class LmStudioShape() : RecordShape("LM Studio conversation",
    """{"messages": [{"versions": [{"role": "assistant", "steps": [{"content": [{"type": "text", "text": "…"}]}]}], "currentlySelected": """
        + """0}]}""")
{
    public override ImmutableArray<ShapeKey> Keys { get; } = [new("messages", "[", IsTelling: false)];

    protected override IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        var messages = new List<ChatMessage>();
        foreach (var item in record.Find("messages")!.Value.Items())
            if (item.Object() is { } message && Selected(message) is { } version)
                messages.Add(Read(version));
        return ChatMessages.Of(messages) is var (problem, solution) && solution is not null
            ? [new RecordSolution(solution) { Problem = problem }] : null;
    }

    private static JsonObjectPlace? Selected(JsonObjectPlace message)
    {
        if (message.Find("versions")?.Items() is not { Count: > 0 } versions)
            return null;
        var selected = message.Strings("currentlySelected") is [var number] && int.TryParse(number, out var index)
            && index >= 0 && index < versions.Count ? index : versions.Count - 1;
        return versions[selected].Object();
    }

    // A reply in several steps: thoughts, calls of tools, texts.
    private static ChatMessage Read(JsonObjectPlace version)
    {
        var said = ChatMessage.Read(version);
        foreach (var item in version.Find("steps")?.Items() ?? [])
            if (item.Object() is { } step && step.Find("content") is { } content)
                ChatMessage.AddParts(content, step.Find("style")?.Object()?.String("type")?.Text == "thinking", said.Parts);
        return said;
    }
}

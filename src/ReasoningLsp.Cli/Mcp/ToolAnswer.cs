using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>What a tool answers: structured content, and the same as text for agents that read no other. Solutions and steps are
/// counted from 1, as texts and people count them: an agent writes the numbers that it read here into its next call.</summary>
internal static class ToolAnswer
{
    private const string Problems = "problems";

    private static readonly JsonSerializerOptions s_plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ImmutableHashSet<string> s_numbered = ["trace", "step", "firstErrorStep", "steps", "righted", "broken",
        "overCorrected", "sideEffects", "scoresRisen", "scoresFallen"];

    /// <summary>An answer about a text; what is wrong with the files that say what holds for it is told with it.</summary>
    public static CallToolResult Of(AgentText text, object value)
    {
        var json = value as JsonObject ?? JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web)!.AsObject();
        CountFromOne(json);
        if (!text.Problems.IsEmpty)
            json[Problems] = new JsonArray([.. text.Problems.Select(problem => JsonValue.Create(problem))]);
        var element = JsonSerializer.SerializeToElement(json);
        // Read as it stands by agents that read no structure: 3·4 and not its number in Unicode.
        return new CallToolResult { Content = [new TextContentBlock { Text = json.ToJsonString(s_plain) }], StructuredContent = element };
    }

    private static void CountFromOne(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                    CountFromOne(item);
                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (s_numbered.Contains(name) && Counted(name, value) is { } counted)
                        members[name] = counted;
                    else
                        CountFromOne(value);
                }

                break;
        }
    }

    // A list of indexes, or one; "steps" may also be how many there are, or their texts.
    private static JsonNode? Counted(string name, JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } list when list.All(IsNumber) =>
            new JsonArray([.. list.Select(index => JsonValue.Create((int)index! + 1))]),
        JsonValue when name != "steps" && IsNumber(value) && (int)value >= 0 => JsonValue.Create((int)value + 1),
        _ => null,
    };

    private static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;
}

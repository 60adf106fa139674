using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>What a tool answers: structured content, and the same as text for agents that read no other.</summary>
internal static class ToolAnswer
{
    private const string Problems = "problems";

    /// <summary>An answer about a text; what is wrong with the files that say what holds for it is told with it.</summary>
    public static CallToolResult Of(AgentText text, object value)
    {
        var json = value as JsonObject ?? JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web)!.AsObject();
        if (!text.Problems.IsEmpty)
            json[Problems] = new JsonArray([.. text.Problems.Select(problem => JsonValue.Create(problem))]);
        var element = JsonSerializer.SerializeToElement(json);
        return new CallToolResult { Content = [new TextContentBlock { Text = element.GetRawText() }], StructuredContent = element };
    }
}

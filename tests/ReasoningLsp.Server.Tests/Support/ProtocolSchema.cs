using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>Holds messages of the server against the protocol.</summary>
internal static class ProtocolSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(Read);

    /// <summary>What is wrong with the result of a request; nothing for methods of our own.</summary>
    public static string? OfResult(string method, JsonElement result) => IsOurs(method) ? null : Validate("results", method, result);

    /// <summary>What is wrong with the parameters of a notification or request that the server sends.</summary>
    public static string? OfParameters(string method, JsonElement parameters) =>
        IsOurs(method) ? null : Validate("params", method, parameters);

    private static bool IsOurs(string method) =>
        method.StartsWith("$/reasoning/", StringComparison.Ordinal) || method.StartsWith("reasoning/", StringComparison.Ordinal);

    private static string? Validate(string group, string method, JsonElement value)
    {
        var message = new JsonObject { [group] = new JsonObject { [method] = JsonNode.Parse(value.GetRawText()) } };
        var errors = Schema.Value.Validate(message.ToJsonString());
        return errors.Count == 0 ? null
            : $"{method}: {string.Join("; ", errors)}: {value.GetRawText()[..Math.Min(500, value.GetRawText().Length)]}";
    }

    private static JsonSchema Read()
    {
        using var stream = new StreamReader(typeof(ProtocolSchema).Assembly.GetManifestResourceStream("lsp.schema.json")!);
        return JsonSchema.FromJsonAsync(stream.ReadToEnd()).GetAwaiter().GetResult();
    }
}

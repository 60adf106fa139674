using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>A tool whose arguments are held to its schema, so that a wrong one is named instead of ignored.</summary>
/// <param name="tool">The tool.</param>
internal sealed class CheckedTool(McpServerTool tool) : DelegatingMcpServerTool(tool)
{
    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Params?.Arguments ?? new Dictionary<string, JsonElement>();
        if (given.Any(IsLeftOut))
        {
            // Agents write null for what they leave out.
            given = given.Where(each => !IsLeftOut(each)).ToDictionary();
            request.Params!.Arguments = given;
        }

        Check(given);
        try
        {
            return await base.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (McpException or OperationCanceledException))
        {
            // Of any other error the library says only that there was one, and an agent cannot mend its call.
            throw new McpException($"{ProtocolTool.Name} failed: {error.Message}", error);
        }
    }

    private void Check(IDictionary<string, JsonElement> arguments)
    {
        var name = ProtocolTool.Name;
        var schema = ProtocolTool.InputSchema;
        var properties = schema.GetProperty("properties").EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
        foreach (var (argument, value) in arguments)
        {
            if (!properties.TryGetValue(argument, out var property))
                throw new McpException($"{name} takes no \"{argument}\"; it takes {string.Join(", ", properties.Keys)}.");
            var types = Types(property);
            if (!types.Any(type => Is(value, type, property)))
                throw new McpException($"{argument} is {Kinds(property)}, not {Shown(value)}.");
        }

        var missing = Required().Where(each => !arguments.ContainsKey(each)).ToList();
        if (missing.Count > 0)
            throw new McpException($"{name} needs {string.Join(" ", missing.Select(each => $"{each}, {Allowed(properties[each])}"))}");
    }

    private bool IsLeftOut(KeyValuePair<string, JsonElement> argument) => argument.Value.ValueKind == JsonValueKind.Null
        && ProtocolTool.InputSchema.GetProperty("properties").TryGetProperty(argument.Key, out _) && !Required().Contains(argument.Key);

    private IEnumerable<string> Required() => ProtocolTool.InputSchema.TryGetProperty("required", out var required)
        ? required.EnumerateArray().Select(each => each.GetString()!) : [];

    // Such as "a list of texts: The steps before it, in order."
    private static string Allowed(JsonElement property) => property.TryGetProperty("description", out var told)
        ? $"{Kinds(property)}: {told.GetString()}"
        : $"{Kinds(property)}.";

    private static string Kinds(JsonElement property) =>
        string.Join(" or ", Types(property).Where(type => type != "null").Select(Words));

    private static List<string> Types(JsonElement property) => !property.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(each => each.GetString()!)]
        : [type.GetString()!];

    private static bool Is(JsonElement value, string type, JsonElement property) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "array" => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(each => IsItem(each, property)),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    private static bool IsItem(JsonElement item, JsonElement property) =>
        !property.TryGetProperty("items", out var items) || Types(items) is [] || Types(items).Any(type => Is(item, type, items));

    private static string Words(string type) => type switch
    {
        "string" => "a text",
        "integer" => "a whole number",
        "array" => "a list of texts",
        _ => type,
    };

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length > 40 ? text[..40] + "…" : text;
    }
}

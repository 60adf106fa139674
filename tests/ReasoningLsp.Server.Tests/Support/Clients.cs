using System.Text.Json.Nodes;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>What real clients sent at <c>initialize</c>.</summary>
internal static class Clients
{
    public static string[] Names { get; } = ["vscode", "nvim-0.7.2", "eglot-1.9"];

    /// <summary>A client's parameters, without the process that is long gone, and in a folder of the test.</summary>
    public static JsonObject Named(string name, string? folder = null)
    {
        var parameters = JsonNode.Parse(
            File.ReadAllText(Repository.Path($"tests/ReasoningLsp.Server.Tests/Clients/{name}-initialize.json")))!.AsObject();
        parameters["processId"] = null;
        var uri = folder is null ? null : new Uri(folder).AbsoluteUri;
        parameters["rootPath"] = folder;
        parameters["rootUri"] = uri;
        parameters["workspaceFolders"] = uri is null ? null : new JsonArray(new JsonObject { ["uri"] = uri, ["name"] = "test" });
        return parameters;
    }
}

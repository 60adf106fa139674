using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Workspace;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Workspace;

public sealed class ServerSettingsTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"holdBack":"no","inlayHints":7,"scores":" ","judge":"off"}""")]
    [InlineData("[]")]
    public void What_is_missing_or_has_no_meaning_is_the_default(string section) =>
        Assert.Equal(ServerSettings.Default, ServerSettings.Of(JsonDocument.Parse(section).RootElement));

    [Fact]
    public void What_a_person_set_holds() =>
        Assert.Equal(
            new ServerSettings { HoldBack = false, InlayHints = InlayHintMode.All, Scores = "builtin", IsReproducible = true },
            ServerSettings.Of(JsonDocument.Parse("""{"holdBack":false,"inlayHints":"all","scores":"builtin","reproducible":true}""")
                .RootElement));

    [Fact]
    public void A_path_lies_in_the_innermost_folder_that_is_open()
    {
        var root = Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar);
        var (outer, inner) = (Path.Combine(root, "a"), Path.Combine(root, "a", "b"));
        var folders = new OpenFolders();
        folders.Change([new WorkspaceFolder(new Uri(outer).AbsoluteUri), new WorkspaceFolder(new Uri(inner).AbsoluteUri)], []);
        Assert.Equal(inner, folders.Around(Path.Combine(inner, "x.md")));
        Assert.Equal(outer, folders.Around(Path.Combine(outer, "bc", "x.md")));
        folders.Change([], [new WorkspaceFolder(new Uri(outer).AbsoluteUri)]);
        Assert.Null(folders.Around(Path.Combine(outer, "x.md")));
    }

    [Fact]
    public void The_settings_are_those_of_their_schema()
    {
        var schema = JsonDocument.Parse(
            File.ReadAllText(Repository.Path(
            "src/ReasoningLsp.Server/Workspace/settings.schema.json"))).RootElement.GetProperty("properties");
        var defaults = new JsonObject();
        foreach (var property in schema.EnumerateObject())
            defaults[property.Name] = JsonNode.Parse(property.Value.GetProperty("default").GetRawText());
        Assert.Equal(ServerSettings.Default,
            ServerSettings.Of(JsonElement.Parse(defaults.ToJsonString())));
        // Each setting is read: another value makes other settings.
        Assert.All(schema.EnumerateObject(), property =>
        {
            var other = property.Value.TryGetProperty("enum", out var values)
                ? values.EnumerateArray().First(value => value.GetString() != property.Value.GetProperty("default").GetString())
                    .GetRawText()
                : property.Value.GetProperty("default") switch
                {
                    { ValueKind: JsonValueKind.String } => "\"other\"",
                    var value => value.GetBoolean() ? "false" : "true",
                };
            Assert.NotEqual(ServerSettings.Default,
                ServerSettings.Of(JsonElement.Parse($"{{\"{property.Name}\": {other}}}")));
        });
        Assert.Equal(typeof(ServerSettings).GetProperties().Count(property => property.CanWrite),
            schema.EnumerateObject().Count());
    }
}

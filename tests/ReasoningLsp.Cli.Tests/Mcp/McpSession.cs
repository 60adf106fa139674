using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Mcp;

/// <summary>A client of a real server process whose user has nothing but what lies in the test's folder.</summary>
internal sealed class McpSession(McpClient client) : IAsyncDisposable
{
    public static async Task<McpSession> OpenAsync(TestFolder folder, params string[] arguments) => new(await McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "reasoning-lsp.dll"), "mcp", .. arguments],
            WorkingDirectory = folder.Path,
            EnvironmentVariables = new Dictionary<string, string?>
            {
                ["XDG_CONFIG_HOME"] = folder.At("config"),
                ["APPDATA"] = folder.At("config"),
                ["XDG_CACHE_HOME"] = folder.At("cache"),
            },
        }),
        cancellationToken: TestContext.Current.CancellationToken));

    public async Task<JsonElement> AnswerAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.False(result.IsError is true, Text(result));
        return result.StructuredContent!.Value;
    }

    public async Task<string> RefusalAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError, Text(result));
        return Text(result);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private ValueTask<CallToolResult> CallAsync(string tool, (string Name, object? Value)[] arguments) => client.CallToolAsync(
        tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value),
        cancellationToken: TestContext.Current.CancellationToken);

    private static string Text(CallToolResult result) => result.Content.OfType<TextContentBlock>().First().Text;
}

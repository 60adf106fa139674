using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Mcp;

/// <summary>A client of a real server process whose user has nothing but what lies in the test's folder.</summary>
internal sealed class McpSession(McpClient client) : IAsyncDisposable
{
    public static Task<McpSession> OpenAsync(TestFolder folder, params string[] arguments) => OpenAsync(folder.Path, arguments);

    public static async Task<McpSession> OpenAsync(string folder, params string[] arguments) => new(await McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            // One that computes with a model shares the engine of the tests.
            Command = arguments.Contains("--model") ? ProgramFile.BesideTests : ProgramFile.Published,
            Arguments = ["mcp", .. arguments],
            WorkingDirectory = folder,
            EnvironmentVariables = new Dictionary<string, string?>
            {
                ["XDG_CONFIG_HOME"] = Path.Combine(folder, "config"),
                ["APPDATA"] = Path.Combine(folder, "config"),
                ["XDG_CACHE_HOME"] = Path.Combine(folder, "cache"),
                ["XDG_RUNTIME_DIR"] = folder,
            },
        }),
        cancellationToken: TestContext.Current.CancellationToken));

    public async Task<JsonElement> AnswerAsync(string tool, params (string Name, object? Value)[] arguments) =>
        Structured(await CallAsync(tool, arguments));

    public async Task<string> RefusalAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError, Text(result));
        return Text(result);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    public ValueTask<CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        CallAsync(tool, null, TestContext.Current.CancellationToken, arguments);

    public ValueTask<CallToolResult> CallAsync(string tool, IProgress<ProgressNotificationValue>? progress,
        CancellationToken cancellationToken, params (string Name, object? Value)[] arguments) =>
        client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), progress,
            cancellationToken: cancellationToken);

    public ValueTask<IList<McpClientTool>> ToolsAsync() =>
        client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The answer of a call that succeeded.</summary>
    public static JsonElement Structured(CallToolResult result)
    {
        Assert.False(result.IsError is true, Text(result));
        return result.StructuredContent!.Value;
    }

    private static string Text(CallToolResult result) => result.Content.OfType<TextContentBlock>().First().Text;
}

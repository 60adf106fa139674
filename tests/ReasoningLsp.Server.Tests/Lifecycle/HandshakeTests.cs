using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Lifecycle;

/// <summary>The real process, with what real clients say of themselves.</summary>
public sealed class HandshakeTests
{
    public static TheoryData<string> ClientNames => [.. Clients.Names];

    [Theory, MemberData(nameof(ClientNames))]
    public async Task A_client_begins_works_and_ends(string name)
    {
        using var folder = new TestFolder();
        await using var server = new ServerProcess("--clientProcessId=1");
        var client = server.Client;
        var capabilities = (await client.InitializeAsync(Clients.Named(name, folder.Path))).GetProperty("capabilities");
        Assert.Equal("utf-16", capabilities.GetProperty("positionEncoding").GetString());
        Assert.Equal(name == "vscode", capabilities.TryGetProperty("diagnosticProvider", out _));

        var uri = folder.Uri("a.solution.md");
        await client.OpenAsync(uri, Solutions.Sums, version: 0);
        var diagnostics = name == "vscode" ? await client.PullAsync(uri) : await client.PushedAsync(uri, 0);
        Assert.Contains("RR101", diagnostics.Codes());
        if (name == "vscode")
            Assert.DoesNotContain(client.Received, message => message.Method == "textDocument/publishDiagnostics");

        var hover = await client.RequestAsync("textDocument/hover", Editing.At(uri, 8, 18));
        Assert.Equal(name == "eglot-1.9" ? "plaintext" : "markdown", hover.GetProperty("contents").GetProperty("kind").GetString());

        Assert.Equal(JsonValueKind.Null, (await client.RequestAsync("shutdown", null)).ValueKind);
        await client.NotifyAsync("exit", null);
        Assert.Equal(0, await server.ExitCodeAsync());
        client.AssertPure();
    }

    [Fact]
    public async Task A_client_that_says_nothing_of_itself_is_served()
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        await server.Client.InitializeAsync(new JsonObject { ["capabilities"] = new JsonObject() });
        var uri = folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri, Solutions.Sums, languageId: "");
        Assert.Contains("RR101", (await server.Client.PushedAsync(uri, 1)).Codes());
        var actions = await server.Client.RequestAsync("textDocument/codeAction",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri },
                ["range"] = Editing.Range(8, 20, 8, 20),
                ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() }
            });
        Assert.All(actions.EnumerateArray(), action => Assert.Equal(JsonValueKind.String, action.GetProperty("command").ValueKind));
    }

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("Content-Length: many\r\n\r\n{}")]
    [InlineData("Content-Length: 5\r\n\r\n{}")]
    public async Task A_frame_that_cannot_be_read_ends_the_session_with_a_word(string frame)
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(frame));
        using var log = new StringWriter();
        var exitCode = await LanguageServer.RunAsync(
            new ServerHost
            {
                Input = input,
                Output = Stream.Null,
                Log = log,
                Version = "0",
                Clock = TimeProvider.System,
                Models = () => throw new InvalidOperationException("No model is asked for."),
            }, TestContext.Current.CancellationToken);
        Assert.Equal(1, exitCode);
        Assert.Contains("could not be read", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using var server = new ServerProcess();
        await server.Client.InitializeAsync();
        await server.Client.NotifyAsync("exit", null);
        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Exit_before_initialize_ends_with_1()
    {
        await using var server = new ServerProcess();
        await server.Client.NotifyAsync("exit", null);
        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_server()
    {
        await using var server = new ServerProcess();
        await server.Client.InitializeAsync();
        server.Process.StandardInput.Close();
        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task The_death_of_the_client_ends_the_server_though_the_pipe_stays_open()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The stand-in for a client is sleep, which Windows does not have.");
        using var client = System.Diagnostics.Process.Start("sleep", ["600"]);
        await using var server = new ServerProcess();
        await server.Client.InitializeAsync(new JsonObject { ["processId"] = client.Id, ["capabilities"] = new JsonObject() });
        client.Kill();
        // Its parent is this process, which takes note of its end.
        await client.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Requests_out_of_turn_get_the_error_of_the_protocol()
    {
        await using var server = new InProcessServer();
        var early = await Assert.ThrowsAsync<ServerFailure>(
            () => server.Client.RequestAsync("textDocument/hover", Editing.At("file:///a.md", 0, 0)));
        Assert.Equal(-32002, early.Code);
        await server.Client.InitializeAsync();
        var twice = await Assert.ThrowsAsync<ServerFailure>(
            () => server.Client.RequestAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() }));
        Assert.Equal(-32600, twice.Code);
        await server.Client.RequestAsync("shutdown", null);
        var late = await Assert.ThrowsAsync<ServerFailure>(
            () => server.Client.RequestAsync("textDocument/hover", Editing.At("file:///a.md", 0, 0)));
        Assert.Equal(-32600, late.Code);
        await server.Client.NotifyAsync("exit", null);
        Assert.Equal(0, await server.Running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-32", "utf-32")]
    [InlineData("utf-32,utf-8", "utf-32")]
    [InlineData("utf-8,utf-16", "utf-16")]
    [InlineData("utf-7", "utf-16")]
    public async Task The_position_encoding_is_one_that_the_client_offers(string offered, string chosen)
    {
        using var folder = new TestFolder();
        await using var server = new InProcessServer();
        var encodings = new JsonArray([.. offered.Split(',').Select(name => (JsonNode)name)]);
        var result = await server.Client.InitializeAsync(
            new JsonObject { ["capabilities"] = new JsonObject { ["general"] = new JsonObject { ["positionEncodings"] = encodings } } });
        Assert.Equal(chosen, result.GetProperty("capabilities").GetProperty("positionEncoding").GetString());

        // "é🙂" is 3 units of UTF-16, 6 of UTF-8 and 2 of UTF-32.
        var uri = folder.Uri("a.solution.md");
        await server.Client.OpenAsync(uri, "Step 1: é🙂, and so 2 + 2 = 5.\n");
        var found = Assert.Single(await server.Client.PushedAsync(uri, 1),
            diagnostic => diagnostic.GetProperty("code").GetString() == "RR101");
        var width = chosen switch { "utf-8" => 6, "utf-32" => 2, _ => 3 };
        Assert.Equal((0, 25 + width, 26 + width), found.Place());

        // The positions of changes count the same way.
        await server.Client.TypeAsync(uri, 2, 0, 25 + width, 26 + width, "4");
        Assert.DoesNotContain("RR101", (await server.Client.PushedAsync(uri, 2)).Codes());
    }
}

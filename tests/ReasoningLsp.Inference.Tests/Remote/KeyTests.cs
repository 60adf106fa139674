using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Remote.StandIns;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Remote;

/// <summary>A key goes into one header of requests to the server that it is for, and nowhere else.</summary>
public sealed class KeyTests
{
    private const string Key = "sk-very-secret-1234567890";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_is_in_one_header_and_in_no_body()
    {
        using var server = Server();
        await using var remote = Engine(Key);
        await remote.CompareAsync(Question(server), Cancel);
        Assert.NotEmpty(server.Requests);
        Assert.All(server.Requests, request =>
        {
            Assert.Equal("Bearer " + Key, request.Authorization);
            Assert.DoesNotContain(Key, request.Body, StringComparison.Ordinal);
            Assert.Equal(1, request.Headers.Split(Key).Length - 1);
        });
    }

    [Fact]
    public async Task Without_a_variable_no_header_is_sent()
    {
        using var server = Server();
        await using var remote = Engine(Key);
        await remote.CompareAsync(Question(server, variable: null), Cancel);
        Assert.All(server.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task A_server_that_repeats_the_key_does_not_get_it_into_a_message()
    {
        using var server = new LoopbackServer(
            (_, response) => LoopbackServer.Json(response,
            new JsonObject { ["error"] = new JsonObject { ["message"] = $"Incorrect API key provided: {Key}" } }, 401));
        await using var remote = Engine(Key);
        var error = await Assert.ThrowsAsync<InferenceException>(() => remote.CompareAsync(Question(server), Cancel));
        Assert.Contains("refuses the key in A_KEY (401)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("", "is not set")]
    [InlineData("two words", "cannot be a key")]
    [InlineData("a\r\nHost: elsewhere", "cannot be a key")]
    public async Task A_variable_that_holds_no_key_is_told_and_nothing_is_sent(string? value, string words)
    {
        using var server = Server();
        await using var remote = Engine(value);
        var error = await Assert.ThrowsAsync<InferenceException>(() => remote.CompareAsync(Question(server), Cancel));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("A_KEY", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://models.example.com/v1", "A_KEY", "everybody on the way")]
    [InlineData("http://10.0.0.7:8000", "A_KEY", "everybody on the way")]
    [InlineData("http://localhost:8000", "A_KEY", null)]
    [InlineData("http://127.0.0.1:8000", "A_KEY", null)]
    [InlineData("http://[::1]:8000", "A_KEY", null)]
    [InlineData("https://models.example.com/v1", "A_KEY", null)]
    [InlineData("http://models.example.com/v1", null, null)]
    [InlineData("https://models.example.com/v1", Key, "never given itself")]
    [InlineData("https://name:pass@models.example.com", null, "no name, password")]
    [InlineData("https://models.example.com?key=1", null, "no name, password")]
    [InlineData("file:///etc/passwd", null, "https:// or http://")]
    [InlineData("models.example.com", null, "https:// or http://")]
    public async Task An_address_is_refused_where_a_key_would_be_read_on_the_way(string address, string? variable, string? problem)
    {
        var model = new RemoteModel(address, "m", variable);
        Assert.Equal(problem is null, model.Problem is null);
        Assert.Contains(problem ?? string.Empty, model.Problem ?? string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, model.Problem ?? string.Empty, StringComparison.Ordinal);
        if (problem is null)
            return;
        await using var remote = Engine(Key);
        var error = await Assert.ThrowsAsync<InferenceException>(() => remote.DescribeAsync(ModelReference.Served(model), Cancel));
        Assert.Equal(model.Problem, error.Message);
    }

    private static RemoteEngine Engine(string? value) =>
        new(name => name == "A_KEY" ? value : null, TimeProvider.System, new RemoteOptions { Retries = 0 });

    private static LoopbackServer Server() => new(new ChatStandIn().AnswerAsync);

    private static CompareRequest Question(LoopbackServer server, string? variable = "A_KEY") => ChatStandIn.Question(server, variable);
}

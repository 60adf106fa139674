using System.Net;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Remote.StandIns;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Remote;

/// <summary>What goes wrong with a server is tried again where that helps, and otherwise told in words for a person.</summary>
[Collection(nameof(EngineFixture))]
public sealed class ServerTroubleTests : IDisposable
{
    private static readonly RemoteOptions s_quick = new() { FirstDelay = TimeSpan.FromMilliseconds(10), Retries = 3 };

    private readonly LocalEngine _local;
    private readonly ScratchFolder _folder = new();
    private readonly ModelReference _model;

    public ServerTroubleTests(EngineFixture fixture)
    {
        _local = fixture.Engine;
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_that_asks_for_rest_is_given_it_and_asked_again()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var server = Server(before: 2, (_, response) =>
        {
            response.Headers["Retry-After"] = "1";
            return LoopbackServer.Json(response, new JsonObject { ["error"] = new JsonObject { ["message"] = "slow down" } }, 429);
        });
        Assert.Single((await ScoreAsync(server)).Values);
        Assert.Equal(3, server.Requests.Count(request => request.Path == "/completion" && (int)request.Json["n_probs"]! == 64));
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_server_that_wants_to_rest_for_an_hour_is_not_waited_for()
    {
        using var server = Server(int.MaxValue, (_, response) =>
        {
            response.Headers["Retry-After"] = "3600";
            return LoopbackServer.Text(response, "no", 429);
        });
        var error = await Assert.ThrowsAsync<InferenceException>(() => ScoreAsync(server));
        Assert.Contains("wants 3600 seconds of rest", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests.Count(request => request.Path == "/completion"));
    }

    [Fact]
    public async Task A_connection_that_drops_is_made_again()
    {
        using var server = Server(2, async (_, response) =>
        {
            response.ContentLength64 = 100;
            await response.OutputStream.WriteAsync("{\"completion_"u8.ToArray());
            response.Abort();
        });
        Assert.Single((await ScoreAsync(server)).Values);
    }

    [Theory]
    [InlineData(500, 4, "failed (500")]
    [InlineData(503, 4, "still loading")]
    [InlineData(400, 1, "still loading")]
    [InlineData(401, 1, "--key-variable")]
    [InlineData(302, 1, "which is not followed")]
    public async Task An_error_is_tried_again_only_where_that_helps(int status, int tries, string words)
    {
        using var server = Server(int.MaxValue,
            (_, response) => LoopbackServer.Json(response, JsonNode.Parse("""{"error":{"message":"still loading"}}""")!, status));
        var error = await Assert.ThrowsAsync<InferenceException>(() => ScoreAsync(server));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains(server.Address, error.Message, StringComparison.Ordinal);
        Assert.Equal(tries, server.Requests.Count(request => request.Path == "/completion"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{\"completion_probabilities\":[{\"top_logprobs\":[{\"id\":1,\"logpr")]
    [InlineData("{\"completion_probabilities\":[]}")]
    [InlineData("{\"completion_probabilities\":[{\"top_logprobs\":[{\"id\":1,\"logprob\":\"much\"}]}]}")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    public async Task An_answer_that_cannot_be_read_gives_no_number(string body)
    {
        using var server = Server(int.MaxValue, (_, response) => LoopbackServer.Text(response, body));
        var error = await Assert.ThrowsAsync<InferenceException>(() => ScoreAsync(server));
        Assert.Contains("cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_are_no_probabilities_are_refused()
    {
        using var server = Server(int.MaxValue,
            (_, response) => LoopbackServer.Json(response,
            JsonNode.Parse("""{"completion_probabilities":[{"top_logprobs":[{"id":70,"logprob":12.5},{"id":71,"logprob":7.5}]}]}""")!));
        var error = await Assert.ThrowsAsync<InferenceException>(() => ScoreAsync(server));
        Assert.Contains("no log-probabilities", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_answers_it_is_said()
    {
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => remote.DescribeAsync(ModelReference.Served(new RemoteModel($"http://127.0.0.1:{LoopbackServer.FreePort()}", "tiny")),
            Cancel));
        Assert.Equal(InferenceError.Unavailable, error.Kind);
        Assert.Contains("is the server running?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_not_served_is_told_with_those_that_are()
    {
        using var server = Server(0, null!);
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => remote.DescribeAsync(ModelReference.Served(new RemoteModel(server.Address, "large")), Cancel));
        Assert.Contains("does not serve \"large\"; it serves tiny.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_answers_too_late_is_told()
    {
        using var server = Server(int.MaxValue, (_, _) => Task.Delay(3_000, CancellationToken.None));
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => ScoreAsync(server, s_quick with { Timeout = TimeSpan.FromSeconds(1) }));
        Assert.Contains("did not answer within 1 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_request_and_frees_its_place()
    {
        using var stop = new CancellationTokenSource();
        using var server = Server(1, async (_, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(200, CancellationToken.None);
        });
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick with { MostInFlight = 1 });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => remote.ScoreAsync(Request(server), stop.Token));
        Assert.Single((await remote.ScoreAsync(Request(server), Cancel)).Values);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_not_begun_anew_after_something_was_shown()
    {
        using var server = Server(int.MaxValue,
            (_, response) => LoopbackServer.Text(response, "data: {\"content\":\"ye\",\"stop\":false}\n\n", type: "text/event-stream"));
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => remote.GenerateAsync(
            new GenerateRequest { Model = Request(server).Model, Pieces = [PromptPiece.Plain("a")], MaximumTokens = 5 }, null, Cancel));
        Assert.Contains("in the middle of its answer", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests.Count(request => request.Path == "/completion"));
    }

    [Fact]
    public async Task Many_requests_are_in_flight_and_no_more_than_are_allowed()
    {
        using var server = Server(int.MaxValue, async (_, response) =>
        {
            await Task.Delay(50, CancellationToken.None);
            await LoopbackServer.Json(response,
                JsonNode.Parse("""{"completion_probabilities":[{"top_logprobs":[{"id":70,"logprob":-0.5},{"id":71,"logprob":-1.5}]}]}""")!);
        });
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick with { MostInFlight = 6 });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => remote.ScoreAsync(Request(server), Cancel)));
        Assert.InRange(server.MostInFlight, 4, 6);
    }

    private LoopbackServer Server(int before, Func<Asked, HttpListenerResponse, Task> trouble)
    {
        var sound = new LlamaStandIn(_local, _model);
        return new LoopbackServer(
            (asked, response) => asked.Path == "/completion" && Interlocked.Decrement(ref before) >= 0 ? trouble(asked, response)
            : sound.AnswerAsync(asked, response));
    }

    private static async Task<ScoreResult> ScoreAsync(LoopbackServer server, RemoteOptions? options = null)
    {
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, options ?? s_quick);
        return await remote.ScoreAsync(Request(server), Cancel);
    }

    private static ScoreRequest Request(LoopbackServer server) => new()
    {
        Model = ModelReference.Served(new RemoteModel(server.Address, "tiny")),
        Pieces = [PromptPiece.Begin, PromptPiece.Plain("a")],
        Rows = [new(1, 1, 0)],
        Kind = ReadingKind.Candidates,
        Candidates = [[PromptPiece.Token(70)], [PromptPiece.Token(71)]],
    };
}

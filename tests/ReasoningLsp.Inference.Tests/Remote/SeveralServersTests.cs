using System.Net;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Remote.StandIns;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Remote;

/// <summary>Several addresses share the work of one model: none is idle, and one that dies loses nothing.</summary>
[Collection(nameof(EngineFixture))]
public sealed class SeveralServersTests : IDisposable
{
    private const int Many = 40;

    private static readonly RemoteOptions s_quick = new() { FirstDelay = TimeSpan.FromMilliseconds(20), Retries = 3 };

    private readonly LocalEngine _local;
    private readonly ScratchFolder _folder = new();
    private readonly ModelReference _model;

    public SeveralServersTests(EngineFixture fixture)
    {
        _local = fixture.Engine;
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_gets_its_share()
    {
        using LoopbackServer one = Server(SlowlyAsync), other = Server(SlowlyAsync);
        await AllAsync(one.Address, other.Address);
        Assert.InRange(Asked(one), Many / 4, 3 * Many / 4);
        Assert.Equal(Many, Asked(one) + Asked(other));
    }

    [Fact]
    public async Task Where_nobody_answers_at_one_the_other_does_all()
    {
        using var alive = Server(SlowlyAsync);
        await AllAsync($"http://127.0.0.1:{LoopbackServer.FreePort()}", alive.Address);
        Assert.Equal(Many, Asked(alive));
    }

    [Fact]
    public async Task What_one_had_in_flight_when_it_died_is_done_by_the_other()
    {
        var left = 6;
        using var dies = Server(async (asked, response) =>
        {
            if (Interlocked.Decrement(ref left) >= 0)
            {
                await SlowlyAsync(asked, response);
                return;
            }

            await Task.Delay(20, CancellationToken.None);
            response.Abort();
        });
        using var alive = Server(SlowlyAsync);
        await AllAsync(dies.Address, alive.Address);
        Assert.Equal(Many - 6, Asked(alive));
    }

    [Fact]
    public async Task One_that_is_asked_too_much_is_given_rest_and_asked_again()
    {
        var busy = 2;
        using var rests = Server((asked, response) => Interlocked.Decrement(ref busy) >= 0
            ? LoopbackServer.Text(response, "slow down", 429) : SlowlyAsync(asked, response));
        using var other = Server(SlowlyAsync);
        var address = $"{rests.Address} {other.Address}";
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick with { MostInFlight = 2 });
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Many / 4).Select(_ => remote.ScoreAsync(Request(address), Cancel)));
            await Task.Delay(100, Cancel);
        }

        Assert.True(Asked(rests) > 8, $"{Asked(rests)} of {Asked(other)}");
    }

    [Fact]
    public async Task Where_all_of_them_fail_it_is_said_of_one()
    {
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick with { Retries = 1 });
        var error = await Assert.ThrowsAsync<InferenceException>(() => remote.ScoreAsync(
            Request($"http://127.0.0.1:{LoopbackServer.FreePort()} http://127.0.0.1:{LoopbackServer.FreePort()}"), Cancel));
        Assert.Equal(InferenceError.Unavailable, error.Kind);
        Assert.Contains("is the server running?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_refuses_is_asked_of_no_other()
    {
        using LoopbackServer one = Server(RefusedAsync), other = Server(RefusedAsync);
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => remote.ScoreAsync(Request($"{one.Address} {other.Address}"), Cancel));
        Assert.Equal(InferenceError.BadRequest, error.Kind);
        Assert.Equal(1, Asked(one) + Asked(other));
    }

    [Theory]
    [InlineData("http://localhost:1 ftp://x", "begins with https")]
    [InlineData("http://localhost:1 http://a:b@x", "no name, password")]
    public void An_address_that_cannot_be_used_is_told_among_others(string address, string problem) =>
        Assert.Contains(problem, new RemoteModel(address, "m").Problem, StringComparison.Ordinal);

    private static async Task AllAsync(params string[] addresses)
    {
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System, s_quick);
        var request = Request(string.Join(' ', addresses));
        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => remote.ScoreAsync(request, Cancel)));
        Assert.All(results, result => Assert.Single(result.Values));
    }

    private LoopbackServer Server(Func<Asked, HttpListenerResponse, Task> scores)
    {
        var sound = new LlamaStandIn(_local, _model);
        return new LoopbackServer((asked, response) => asked.Path == "/completion" ? scores(asked, response)
            : sound.AnswerAsync(asked, response));
    }

    private static async Task SlowlyAsync(Asked asked, HttpListenerResponse response)
    {
        await Task.Delay(30, CancellationToken.None);
        await LoopbackServer.Json(response,
            JsonNode.Parse("""{"completion_probabilities":[{"top_logprobs":[{"id":70,"logprob":-0.5},{"id":71,"logprob":-1.5}]}]}""")!);
    }

    private static Task RefusedAsync(Asked asked, HttpListenerResponse response) => LoopbackServer.Text(response, "no such token", 400);

    private static int Asked(LoopbackServer server) => server.Requests.Count(
        request => request.Path == "/completion" && (int?)request.Json["n_probs"] == 64);

    private static ScoreRequest Request(string address) => new()
    {
        Model = ModelReference.Served(new RemoteModel(address, "tiny")),
        Pieces = [PromptPiece.Begin, PromptPiece.Plain("a")],
        Rows = [new(1, 1, 0)],
        Kind = ReadingKind.Candidates,
        Candidates = [[PromptPiece.Token(70)], [PromptPiece.Token(71)]],
    };
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Remote.StandIns;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Remote;

/// <summary>The same against a real llama-server, where REASONING_LLAMA_SERVER names one.</summary>
[Collection(nameof(EngineFixture))]
public sealed class RealLlamaServerTests(EngineFixture fixture) : IDisposable
{
    private const double Close = 1e-3;

    private static readonly ImmutableArray<PromptPiece> s_prompt =
    [
        PromptPiece.Begin, PromptPiece.Control("<|im_start|>"), PromptPiece.Plain("a problem 日本\n<|im_end|> </s>"),
        PromptPiece.Control("<|im_end|>"), PromptPiece.Plain("step one\nstep two yes"),
    ];

    private static readonly ImmutableArray<PromptPosition> s_rows = [new(2, 3, 0), new(3, 0, 0), new(4, 8, 0), new(4, int.MaxValue, 0)];

    private readonly ScratchFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_questions_and_texts_are_the_same()
    {
        var model = new ModelReference(TinyModel.Write(_folder["tiny.gguf"]));
        using var server = Start(model, out var served);
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System);
        ImmutableArray<ImmutableArray<PromptPiece>> groups = [[PromptPiece.Plain("yes"), PromptPiece.Token(70)], [PromptPiece.Token(72)]];
        var score = new ScoreRequest
        {
            Model = model,
            Pieces = s_prompt,
            Rows = s_rows,
            Kind = ReadingKind.Candidates,
            Candidates = groups,
        };
        var (here, there) = (await fixture.Engine.ScoreAsync(score, Cancel),
            await remote.ScoreAsync(score with { Model = served }, Cancel));
        Assert.Equal(here.Tokens, there.Tokens);
        Equal(here.Values, there.Values);
        var compare = new CompareRequest
        {
            Model = model,
            Prefix = s_prompt,
            Continuations = [[PromptPiece.Plain("one?")], [PromptPiece.Plain("another?"), PromptPiece.Control("<|im_end|>")]],
            Candidates = groups,
        };
        Equal((await fixture.Engine.CompareAsync(compare, Cancel)).Values,
            (await remote.CompareAsync(compare with { Model = served }, Cancel)).Values);
        var own = compare with { Candidates = [] };
        var (mine, theirs) = (await fixture.Engine.CompareAsync(own, Cancel),
            await remote.CompareAsync(own with { Model = served }, Cancel));
        Assert.All(mine.Values.Zip(theirs.Values), pair => Assert.Equal(pair.First[0], pair.Second[0], 10 * Close));
        var generate = new GenerateRequest
        {
            Model = model,
            Pieces = [PromptPiece.Begin, PromptPiece.Plain("Answer: ")],
            Grammar = "root ::= (\"yes\" | \"no\") \"!\"",
            MaximumTokens = 20,
        };
        Assert.Equal((await fixture.Engine.GenerateAsync(generate, null, Cancel)).Text,
            (await remote.GenerateAsync(generate with { Model = served }, null, Cancel)).Text);
    }

    [Fact]
    public async Task Hidden_states_are_the_same()
    {
        var model = new ModelReference(TinyModel.Write(_folder["tiny.gguf"]));
        using var server = Start(model, out var served, "--embedding", "--pooling", "none");
        await using var remote = new RemoteEngine(_ => null, TimeProvider.System);
        var request = new ScoreRequest { Model = model, Pieces = s_prompt, Rows = s_rows, Kind = ReadingKind.Hidden };
        var (here, there) = (await fixture.Engine.ScoreAsync(request, Cancel),
            await remote.ScoreAsync(request with { Model = served }, Cancel));
        Assert.All(here.Values.Zip(there.Values),
            pair => Assert.All(pair.First.Zip(pair.Second), each => Assert.Equal(each.First, each.Second, 10 * Close)));
    }

    private static StopAtEnd Start(ModelReference model, out ModelReference served, params string[] more)
    {
        if (Environment.GetEnvironmentVariable("REASONING_LLAMA_SERVER") is not { Length: > 0 } program)
        {
            Assert.Skip("REASONING_LLAMA_SERVER does not name a llama-server.");
            throw new UnreachableException();
        }

        var port = LoopbackServer.FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(program);
        foreach (var argument in (string[])["-m", model.Path, "--alias", "tiny", "--host", "127.0.0.1", "--port", port, "-c", "1024", "-np",
            "1", "-fa", "off", .. more])
            start.ArgumentList.Add(argument);
        served = ModelReference.Served(new RemoteModel($"http://127.0.0.1:{port}", "tiny"));
        var process = Process.Start(start)!;
        using var http = new HttpClient();
        for (var tries = 0; tries < 300 && !IsReady(http, port); tries++)
            Thread.Sleep(100);
        return new StopAtEnd(process);
    }

    private static bool IsReady(HttpClient http, string port)
    {
        try
        {
            using var answer = http.Send(new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Equal(ImmutableArray<double[]> here, ImmutableArray<double[]> there) =>
        Assert.All(here.Zip(there),
        pair => Assert.All(pair.First.Zip(pair.Second), each => Assert.Equal(each.First - pair.First[^1], each.Second, Close)));

    private sealed class StopAtEnd(Process process) : IDisposable
    {
        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Remote;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Remote.StandIns;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Remote;

/// <summary>What a server computes is the number that this machine computes.</summary>
[Collection(nameof(EngineFixture))]
public sealed class ServedScoreTests : IDisposable
{
    private const double Close = 1e-3;

    private static readonly ImmutableArray<PromptPiece> s_prompt =
    [
        PromptPiece.Begin, PromptPiece.Control("<|im_start|>"), PromptPiece.Plain("a problem 日本\n<|im_end|> </s>"),
        PromptPiece.Control("<|im_end|>"), PromptPiece.Plain("step one\nstep two yes"),
    ];

    private static readonly ImmutableArray<PromptPosition> s_rows = [new(2, 3, 0), new(3, 0, 0), new(4, 8, 0), new(4, int.MaxValue, 0)];
    private static readonly ImmutableArray<ImmutableArray<PromptPiece>> s_groups = [[PromptPiece.Plain("yes"), PromptPiece.Token(70),
        PromptPiece.Token(71)], [PromptPiece.Token(72)]];

    private readonly LocalEngine _local;
    private readonly ScratchFolder _folder = new();
    private readonly ModelReference _model;
    private readonly RemoteEngine _remote = new(_ => null, TimeProvider.System);

    public ServedScoreTests(EngineFixture fixture)
    {
        _local = fixture.Engine;
        _model = new ModelReference(TinyModel.Write(_folder["m.gguf"]), Cache: CachePrecision.Single);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _remote.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Dispose();
    }

    [Theory, InlineData("vllm"), InlineData("old vllm"), InlineData("llama")]
    public async Task Candidates_at_rows_are_the_same(string kind)
    {
        using var server = Server(kind);
        var request = new ScoreRequest
        {
            Model = _model,
            Pieces = s_prompt,
            Rows = s_rows,
            Kind = ReadingKind.Candidates,
            Candidates = s_groups,
        };
        var here = await _local.ScoreAsync(request, Cancel);
        var there = await _remote.ScoreAsync(request with { Model = Served(server) }, Cancel);
        Assert.Equal(here.Tokens, there.Tokens);
        Assert.Equal(here.Rows, there.Rows);
        Equal(here.Values.Select(Normalized), there.Values);
    }

    [Theory, InlineData("vllm"), InlineData("old vllm"), InlineData("llama")]
    public async Task Questions_after_one_text_are_answered_the_same(string kind)
    {
        using var server = Server(kind);
        var request = new CompareRequest
        {
            Model = _model,
            Prefix = s_prompt,
            Continuations = [[PromptPiece.Plain("one?")], [PromptPiece.Plain("another?"), PromptPiece.Control("<|im_end|>")]],
            Candidates = s_groups,
        };
        var here = await _local.CompareAsync(request, Cancel);
        var there = await _remote.CompareAsync(request with { Model = Served(server) }, Cancel);
        Assert.Equal(here.Lengths, there.Lengths);
        Equal(here.Values.Select(Normalized), there.Values);
        request = request with { Candidates = [] };
        Equal((await _local.CompareAsync(request, Cancel)).Values,
            (await _remote.CompareAsync(request with { Model = Served(server) }, Cancel)).Values);
    }

    [Fact]
    public async Task The_probability_of_a_response_is_the_same()
    {
        using var server = Server("vllm");
        var request = new ScoreRequest
        {
            Model = _model,
            Pieces = s_prompt,
            Rows = [new(4, 8, 0), new(4, int.MaxValue, 0)],
            Start = new(4, 0, 1),
            Kind = ReadingKind.LogProbability,
        };
        Equal((await _local.ScoreAsync(request, Cancel)).Values,
            (await _remote.ScoreAsync(request with { Model = Served(server) }, Cancel)).Values);
    }

    [Fact]
    public async Task Hidden_states_of_llama_server_are_the_same()
    {
        using var server = Server("llama");
        var request = new ScoreRequest { Model = _model, Pieces = s_prompt, Rows = s_rows, Kind = ReadingKind.Hidden };
        Equal((await _local.ScoreAsync(request, Cancel)).Values,
            (await _remote.ScoreAsync(request with { Model = Served(server) }, Cancel)).Values);
    }

    [Theory]
    [InlineData(false, false, 2)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 2)]
    [InlineData(false, true, 3)]
    [InlineData(false, false, 1)]
    public async Task The_served_head_is_read_where_steps_end_activated_or_not(bool onlySteps, bool activates, int outputs)
    {
        using var server = new LoopbackServer(
            new VllmStandIn(_local, _model)
            {
                StepTag = onlySteps ? Array.IndexOf(TinyModel.Vocabulary, "<|im_end|>") : null,
                AlwaysActivates = activates,
                Outputs = outputs
            }.AnswerAsync);
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain("one <|im_end|>"), PromptPiece.Control("<|im_end|>"),
            PromptPiece.Plain("two"), PromptPiece.Control("<|im_end|>"), PromptPiece.Plain("\n")];
        var request = new ScoreRequest { Model = _model, Pieces = pieces, Rows = [new(2, 0, 0), new(4, 0, 0)], Kind = ReadingKind.Hidden };
        var here = (await _local.ScoreAsync(request, Cancel)).Values.Select(hidden => hidden[..outputs]).Select(Shares);
        var there = (await _remote.ScoreAsync(request with { Model = Served(server), Kind = ReadingKind.Outputs }, Cancel)).Values;
        Equal(here, there.Select(Shares));
    }

    [Fact]
    public async Task One_output_that_may_be_activated_or_not_gives_no_score()
    {
        using var server = new LoopbackServer(new VllmStandIn(_local, _model) { AlwaysActivates = true, Outputs = 1 }.AnswerAsync);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => _remote.ScoreAsync(
            new ScoreRequest { Model = Served(server), Pieces = s_prompt, Rows = s_rows, Kind = ReadingKind.Outputs }, Cancel));
        Assert.Contains("no score is made of it", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("vllm"), InlineData("llama")]
    public async Task Text_is_written_the_same_and_shown_as_it_comes(string kind)
    {
        using var server = Server(kind);
        var request = new GenerateRequest
        {
            Model = _model,
            Pieces = [PromptPiece.Begin, PromptPiece.Plain("Answer: ")],
            Grammar = "root ::= (\"yes\" | \"no\") \"!\"",
            MaximumTokens = 20,
            WithProbability = true,
        };
        var here = await _local.GenerateAsync(request, null, Cancel);
        var shown = new Shown();
        var there = await _remote.GenerateAsync(request with { Model = Served(server) }, shown, Cancel);
        Assert.Equal((here.Text, here.IsComplete), (there.Text, there.IsComplete));
        Assert.Equal(here.LogProbability!.Value, there.LogProbability!.Value, Close);
        Assert.Equal(here.Text, string.Concat(shown.Parts));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_served_text_begins_as_its_vocabulary_begins_one(bool begins)
    {
        using var server = new LoopbackServer(new LlamaStandIn(_local, _model) { BeginsTexts = begins }.AnswerAsync);
        var read = await _remote.ScoreAsync(
            new ScoreRequest
            {
                Model = Served(server),
                Pieces = [PromptPiece.Begin, PromptPiece.Plain("a")],
                Rows = [],
                Kind = ReadingKind.Candidates,
                Candidates = s_groups,
            }, Cancel);
        Assert.Equal(begins, read.Tokens[0] == Array.IndexOf(TinyModel.Vocabulary, "<s>"));
    }

    [Theory, InlineData("vllm"), InlineData("llama")]
    public async Task Text_never_becomes_a_control_token(string kind)
    {
        using var server = Server(kind);
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Control("<|im_end|>"),
            PromptPiece.Plain("<|im_end|>\n<<|im_start|>system </s> <s><|im_end|><|im_end|>")];
        var there = await _remote.ScoreAsync(
            new ScoreRequest { Model = Served(server), Pieces = pieces, Rows = [], Kind = ReadingKind.Candidates, Candidates = s_groups },
            Cancel);
        string[] controls = ["<|im_start|>", "<|im_end|>", "<s>", "</s>"];
        Assert.Equal([Array.IndexOf(TinyModel.Vocabulary, "<|im_end|>")],
            there.Tokens.Where(token => controls.Contains(TinyModel.Vocabulary[token])));
    }

    [Theory]
    [InlineData("vllm", ReadingKind.MeanLogit, "GGUF file")]
    [InlineData("vllm", ReadingKind.Hidden, "without --head")]
    [InlineData("llama", ReadingKind.Outputs, "--head FILE")]
    [InlineData("llama", ReadingKind.LogProbability, "vLLM")]
    public async Task What_a_server_does_not_tell_is_refused_with_the_remedy(string kind, ReadingKind reading, string remedy)
    {
        using var server = Server(kind);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => _remote.ScoreAsync(
            new ScoreRequest { Model = Served(server), Pieces = s_prompt, Rows = s_rows, Start = new(4, 0, 1), Kind = reading }, Cancel));
        Assert.Equal(InferenceError.BadRequest, error.Kind);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Body.Contains("step one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_was_shortened_on_the_way_is_no_ground_for_a_number()
    {
        using var server = new LoopbackServer(new LlamaStandIn(_local, _model) { MostListed = 3 }.AnswerAsync);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => _remote.ScoreAsync(
            new ScoreRequest
            {
                Model = Served(server),
                Pieces = s_prompt,
                Rows = s_rows,
                Kind = ReadingKind.Candidates,
                Candidates = s_groups
            }, Cancel));
        Assert.Contains("lists 3 tokens", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("vllm"), InlineData("llama")]
    public async Task A_text_that_is_too_long_is_not_sent(string kind)
    {
        using var server = Server(kind);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => _remote.ScoreAsync(
            new ScoreRequest
            {
                Model = Served(server),
                Pieces = [PromptPiece.Plain(new string('x', 1_500)), PromptPiece.Plain(new string('y', 1_500))],
                Rows = [new(0, 1, 0)],
                Kind = ReadingKind.Candidates,
                Candidates = s_groups
            }, Cancel));
        Assert.Equal((InferenceError.TooLong, TinyModel.Context), (error.Kind, error.Limit));
        Assert.True(error.Tokens >= 3_000);
    }

    [Fact]
    public async Task The_description_names_the_server_and_no_content()
    {
        using var vllm = Server("vllm");
        using var llama = Server("llama");
        var first = await _remote.DescribeAsync(Served(vllm), Cancel);
        var second = await _remote.DescribeAsync(Served(llama), Cancel);
        Assert.Equal(("vLLM 0.20.0", "llama-server", "tiny", TinyModel.Context),
            (first.Architecture, second.Architecture, first.Name, second.ContextLength));
        Assert.Equal(["<|im_start|>"], first.Controls);
        Assert.Equal(["<|im_start|>"], second.Controls);
        Assert.NotEqual(first.Hash, second.Hash);
    }

    private LoopbackServer Server(string kind) => new(kind switch
    {
        "vllm" => new VllmStandIn(_local, _model).AnswerAsync,
        "old vllm" => new VllmStandIn(_local, _model) { NamesTokens = false }.AnswerAsync,
        _ => new LlamaStandIn(_local, _model).AnswerAsync,
    });

    private static ModelReference Served(LoopbackServer server) => ModelReference.Served(new RemoteModel(server.Address, "tiny"));

    private static double[] Normalized(double[] values) => [.. values.Select(value => value - values[^1])];

    private static double[] Shares(double[] outputs) =>
        outputs.Length == 1 ? outputs : [.. outputs.Select(output => Math.Exp(output) / outputs.Sum(Math.Exp))];

    private static void Equal(IEnumerable<double[]> expected, IEnumerable<double[]> actual)
    {
        var (here, there) = (expected.ToList(), actual.ToList());
        Assert.Equal(here.Select(values => values.Length), there.Select(values => values.Length));
        Assert.All(here.SelectMany(values => values).Zip(there.SelectMany(values => values)),
            each => Assert.Equal(each.First, each.Second, Close));
    }

    private sealed class Shown : IProgress<string>
    {
        public List<string> Parts { get; } = [];

        public void Report(string value) => Parts.Add(value);
    }
}

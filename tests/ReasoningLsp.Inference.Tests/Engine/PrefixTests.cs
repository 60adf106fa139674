using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Engine;

/// <summary>Only what no held text begins with is decoded, and what is held changes no score.</summary>
[Collection(nameof(EngineFixture))]
public sealed class PrefixTests(EngineFixture fixture) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_request_again_decodes_nothing()
    {
        var request = Request(TinyModel.Write(_folder["m.gguf"]), "one two three", "four");
        var first = await ScoreAsync(request);
        var second = await ScoreAsync(request);
        Assert.Equal(first.Tokens.Length, first.Decoded);
        Assert.Equal(0, second.Decoded);
        Assert.Equal(first.Values, second.Values);
    }

    [Fact]
    public async Task A_changed_end_decodes_the_end_and_scores_as_if_nothing_were_held()
    {
        var model = TinyModel.Write(_folder["m.gguf"]);
        var common = new string('x', 600);
        var old = await ScoreAsync(Request(model, common, "old end"));
        var changed = await ScoreAsync(Request(model, common, "another end"));
        Assert.Equal(changed.Tokens.Length - old.Tokens.AsSpan().CommonPrefixLength(changed.Tokens.AsSpan()), changed.Decoded);
        var fresh = await ScoreAsync(Request(TinyModel.Write(_folder["same.gguf"]), common, "another end"));
        Assert.Equal(fresh.Tokens.Length, fresh.Decoded);
        AssertClose(fresh.Values, changed.Values);
    }

    [Fact]
    public async Task Reading_something_else_at_a_held_row_decodes_from_there()
    {
        var model = TinyModel.Write(_folder["m.gguf"]);
        var request = Request(model, new string('x', 100), "end");
        await ScoreAsync(request);
        var hidden = await ScoreAsync(request with { Kind = ReadingKind.Hidden });
        Assert.True(hidden.Decoded < hidden.Tokens.Length && hidden.Decoded > 0);
        Assert.All(hidden.Values, value => Assert.Equal(TinyModel.Hidden, value.Length));
        var fresh = await ScoreAsync(
            Request(TinyModel.Write(_folder["same.gguf"]), new string('x', 100), "end") with { Kind = ReadingKind.Hidden });
        AssertClose(fresh.Values, hidden.Values);
    }

    [Fact]
    public async Task More_texts_than_can_be_held_push_out_the_one_unused_for_longest()
    {
        var model = TinyModel.Write(_folder["m.gguf"]);
        var texts = Enumerable.Range(0, 12).Select(i => $"{i} " + new string((char)('a' + i), 300)).ToArray();
        var first = new List<ScoreResult>();
        foreach (var text in texts)
            first.Add(await ScoreAsync(Request(model, text, "end")));
        Assert.Equal(0, (await ScoreAsync(Request(model, texts[^1], "end"))).Decoded);
        var again = await ScoreAsync(Request(model, texts[0], "end"));
        Assert.True(again.Decoded > 250);
        AssertClose(first[0].Values, again.Values);
    }

    [Fact]
    public async Task An_adapterless_model_never_shares_texts_with_another_file_of_it()
    {
        var one = await ScoreAsync(Request(TinyModel.Write(_folder["a.gguf"], seed: 1), "same text", "end"));
        var other = await ScoreAsync(Request(TinyModel.Write(_folder["b.gguf"], seed: 2), "same text", "end"));
        Assert.Equal(other.Tokens.Length, other.Decoded);
        Assert.NotEqual(one.Values[0][0], other.Values[0][0], 3);
    }

    [Fact]
    public async Task Continuations_score_together_as_they_score_apart()
    {
        var model = TinyModel.Write(_folder["m.gguf"]);
        ImmutableArray<PromptPiece> prefix = [PromptPiece.Begin, PromptPiece.Plain(new string('p', 200))];
        ImmutableArray<ImmutableArray<PromptPiece>> continuations = [[PromptPiece.Plain(" a long one")], [PromptPiece.Plain("b")],
            [PromptPiece.Plain(" yes"), PromptPiece.Control("<|im_end|>")]];
        var together = await fixture.Engine.CompareAsync(
            new CompareRequest { Model = new(model), Prefix = prefix, Continuations = continuations },
            TestContext.Current.CancellationToken);
        for (var i = 0; i < continuations.Length; i++)
        {
            ImmutableArray<PromptPiece> pieces = [.. prefix, .. continuations[i]];
            var apart = await ScoreAsync(
                new ScoreRequest
                {
                    Model = new(TinyModel.Write(_folder[$"same{i}.gguf"])),
                    Pieces = pieces,
                    Rows = [new(pieces.Length - 1, int.MaxValue, 0)],
                    Start = new(1, int.MaxValue, 1),
                    Kind = ReadingKind.LogProbability
                });
            Assert.Equal(apart.Values[0][0], together.Values[i][0], 1e-2);
        }
    }

    [Fact]
    public async Task Candidates_after_continuations_are_read_in_one_batch()
    {
        var model = TinyModel.Write(_folder["m.gguf"]);
        ImmutableArray<PromptPiece> prefix = [PromptPiece.Begin, PromptPiece.Plain(new string('p', 300))];
        ImmutableArray<ImmutableArray<PromptPiece>> candidates = [[PromptPiece.Token(TinyModel.Vocabulary.Length - 2)],
            [PromptPiece.Token(TinyModel.Vocabulary.Length - 1)]];
        ImmutableArray<ImmutableArray<PromptPiece>> questions = [.. Enumerable.Range(0, 10)
            .Select(i => ImmutableArray.Create(PromptPiece.Plain($" question {i}?")))];
        var first = await fixture.Engine.CompareAsync(
            new CompareRequest { Model = new(model), Prefix = prefix, Continuations = questions, Candidates = candidates },
            TestContext.Current.CancellationToken);
        var second = await fixture.Engine.CompareAsync(
            new CompareRequest { Model = new(model), Prefix = prefix, Continuations = questions, Candidates = candidates },
            TestContext.Current.CancellationToken);
        Assert.Equal(first.Lengths.Sum(), second.Decoded);
        Assert.All(first.Values, value => Assert.Equal(3, value.Length));
        AssertClose(first.Values, second.Values);
    }

    private static ScoreRequest Request(string model, string text, string end)
    {
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain(text), PromptPiece.Plain(end)];
        return new ScoreRequest
        {
            Model = new ModelReference(model),
            Pieces = pieces,
            Rows = [new PromptPosition(1, int.MaxValue, 0), new PromptPosition(2, int.MaxValue, 0)],
            Kind = ReadingKind.Candidates,
            Candidates = [[PromptPiece.Token(TinyModel.Vocabulary.Length - 2)], [PromptPiece.Token(TinyModel.Vocabulary.Length - 1)]],
        };
    }

    private Task<ScoreResult> ScoreAsync(ScoreRequest request) => fixture.Engine.ScoreAsync(request, TestContext.Current.CancellationToken);

    private static void AssertClose(ImmutableArray<double[]> expected, ImmutableArray<double[]> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            for (var j = 0; j < expected[i].Length; j++)
                Assert.Equal(expected[i][j], actual[i][j], 2e-3);
        }
    }
}

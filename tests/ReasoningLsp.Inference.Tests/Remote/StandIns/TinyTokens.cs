using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;

namespace ReasoningLsp.Inference.Tests.Remote.StandIns;

/// <summary>What stand-ins compute, with the very engine and model that tests compare with.</summary>
internal sealed class TinyTokens(LocalEngine engine, ModelReference model)
{
    private static readonly ImmutableArray<ImmutableArray<PromptPiece>> s_all = [.. TinyModel.Vocabulary.Select(
        (_, id) => ImmutableArray.Create(PromptPiece.Token(id)))];
    private static readonly string[] s_controls = [.. TinyModel.Vocabulary.Where(
        token => token.StartsWith("<|", StringComparison.Ordinal) || token is "<s>" or "</s>")];

    public async Task<ImmutableArray<int>> TokenizeAsync(string text, bool parsesControls)
    {
        if (text.Length == 0)
            return [];
        var at = parsesControls
            ? s_controls.Select(name => (Name: name, At: text.IndexOf(name, StringComparison.Ordinal))).Where(found => found.At >= 0)
                .OrderBy(found => found.At).FirstOrDefault() : default;
        if (at.Name is not null)
            return [.. await TokenizeAsync(text[..at.At], true), Array.IndexOf(TinyModel.Vocabulary, at.Name),
                .. await TokenizeAsync(text[(at.At + at.Name.Length)..], true)];
        return (await engine.ScoreAsync(
            new ScoreRequest { Model = model, Pieces = [PromptPiece.Plain(text)], Rows = [], Kind = ReadingKind.MeanLogit },
            CancellationToken.None)).Tokens;
    }

    /// <summary>The log-probability of every token after each row.</summary>
    public async Task<ImmutableArray<double[]>> RowsAsync(ImmutableArray<int> tokens)
    {
        var read = await engine.ScoreAsync(Request(tokens, ReadingKind.Candidates) with { Candidates = s_all }, CancellationToken.None);
        return [.. read.Values.Select(values => values[..^1].Select(logit => logit - values[^1]).ToArray())];
    }

    public async Task<ImmutableArray<double[]>> HiddenAsync(ImmutableArray<int> tokens) =>
        (await engine.ScoreAsync(Request(tokens, ReadingKind.Hidden), CancellationToken.None)).Values;

    public Task<GenerateResult> WriteAsync(ImmutableArray<int> tokens, int most, string? grammar) => engine.GenerateAsync(
        new GenerateRequest
        {
            Model = model,
            Pieces = [.. tokens.Select(PromptPiece.Token)],
            MaximumTokens = most,
            Grammar = grammar,
            WithProbability = true
        },
        null, CancellationToken.None);

    public static ImmutableArray<int> Numbers(JsonNode? list) => [.. list!.AsArray().Select(each => each!.GetValue<int>())];

    public static JsonArray List<T>(IEnumerable<T> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private ScoreRequest Request(ImmutableArray<int> tokens, ReadingKind kind) => new()
    {
        Model = model,
        Pieces = [.. tokens.Select(PromptPiece.Token)],
        Rows = [.. tokens.Select((_, i) => new PromptPosition(i, 0, 0))],
        Kind = kind,
    };
}

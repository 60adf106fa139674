using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ReasoningLsp.Inference.Requests;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Any other server that speaks as OpenAI's does: conversation, and the likeliest few tokens of an answer.</summary>
internal sealed class ChatServer : IRemoteServer
{
    /// <summary>As many as the interface allows.</summary>
    private const int Listed = 20;

    /// <summary>How far a probability of yes may be off by what the list leaves out.</summary>
    private const double Tolerance = 0.01;

    private readonly RemoteConnection _connection;
    private readonly RemoteModel _model;
    private readonly IChatClient _client;

    /// <summary>Speaks to <paramref name="model"/>.</summary>
    public ChatServer(RemoteConnection connection, RemoteModel model)
    {
        (_connection, _model) = (connection, model);
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(connection.Root, "v1"),
            Transport = new HttpClientPipelineTransport(connection.Client),
            // Tries, limits of time and the key are the connection's.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        _client = new OpenAIClient(new ApiKeyCredential("none"), options).GetChatClient(model.Id).AsIChatClient();
    }

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ServedModel(_model, "OpenAI-compatible", 0, 0).Describe(Conversation.Controls));

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken) => throw new InferenceException(
        InferenceError.BadRequest,
        $"{_model.Address} only holds conversations, and a reward model is read within its own text: serve it with vLLM or llama-server, "
            + $"or use its GGUF file on this machine.");

    /// <inheritdoc/>
    public async Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        if (request.Candidates.IsEmpty)
            throw new InferenceException(InferenceError.BadRequest,
                $"{_model.Address} only holds conversations, and does not tell how likely a given text is: serve the model with vLLM or "
                    + $"llama-server, or use its GGUF file on this machine.");
        ImmutableArray<ImmutableArray<string>> groups = [.. request.Candidates.Select(
            group => group.Where(piece => piece.Kind == PieceKind.Text).Select(piece => piece.Text).ToImmutableArray())];
        var values = await Task.WhenAll(request.Continuations.Select(async continuation =>
            Read(await NextAsync(Conversation.Of([.. request.Prefix, .. continuation]), cancellationToken).ConfigureAwait(false), groups)))
            .ConfigureAwait(false);
        return new CompareResult([.. values], [.. request.Continuations.Select(_ => 0)], 0);
    }

    /// <inheritdoc/>
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, CancellationToken cancellationToken)
    {
        if (request.Grammar is not null)
            throw new InferenceException(InferenceError.BadRequest,
                $"{_model.Address} only holds conversations, and cannot be held to the form that is needed here: serve the model with "
                    + $"vLLM or llama-server, or use its GGUF file on this machine.");
        var messages = Conversation.Of(request.Pieces);
        var options = new ChatOptions
        {
            MaxOutputTokens = request.MaximumTokens,
            Temperature = (float)request.Temperature,
            TopP = (float)request.TopP,
            TopK = request.TopK > 0 ? request.TopK : null,
            Seed = request.Seed,
            StopSequences = request.Stops.IsEmpty ? null : [.. request.Stops],
        };
        var text = new StringBuilder();
        return _connection.RunAsync(async limited =>
        {
            var (tokens, ended) = (0, (ChatFinishReason?)null);
            await foreach (var update in _client.GetStreamingResponseAsync(messages, options, limited).ConfigureAwait(false))
            {
                if (update.Text is { Length: > 0 } more)
                {
                    text.Append(more);
                    written?.Report(more);
                    tokens++;
                }

                ended = update.FinishReason ?? ended;
                tokens = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details.OutputTokenCount is { } count ? (int)count
                    : tokens;
                if (WrittenLength.IsBeyond(text, request.MaximumTokens))
                {
                    ended = ChatFinishReason.Length;
                    break;
                }
            }

            if (ended is null)
                throw new IOException("The stream ended before the text did.");
            return new GenerateResult(text.ToString(), tokens, ended == ChatFinishReason.Stop, null);
        }, () => text.Length > 0, cancellationToken);
    }

    private Task<IReadOnlyList<ChatTokenTopLogProbabilityDetails>> NextAsync(IReadOnlyList<ChatMessage> messages,
        CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = 1,
            Temperature = 0,
            RawRepresentationFactory = _ => new ChatCompletionOptions { IncludeLogProbabilities = true, TopLogProbabilityCount = Listed },
        };
        return _connection.RunAsync(async limited =>
        {
            var response = await _client.GetResponseAsync(messages, options, limited).ConfigureAwait(false);
            return response.RawRepresentation is ChatCompletion { ContentTokenLogProbabilities: [var first, ..] }
                ? first.TopLogProbabilities
                : throw new InferenceException(InferenceError.BadRequest,
                    $"{_model.Id} at {_model.Address} answers without the probabilities of its tokens, which a judge is read by: choose "
                        + $"a model that tells logprobs, or serve one with vLLM or llama-server.");
        }, () => false, cancellationToken);
    }

    private double[] Read(IReadOnlyList<ChatTokenTopLogProbabilityDetails> told, ImmutableArray<ImmutableArray<string>> groups)
    {
        var sums = groups.Select(group => told.Where(token => group.Contains(token.Token)).Sum(token => Math.Exp(token.LogProbability)))
            .ToList();
        var missing = groups.Sum(group => group.Count(text => !told.Any(token => token.Token == text)));
        // What is not listed is less likely than all that is.
        var left = told.Count == 0 ? 1
            : Math.Min(missing * told.Min(token => Math.Exp(token.LogProbability)),
                Math.Max(0, 1 - told.Sum(token => Math.Exp(token.LogProbability))));
        return sums.Sum() > 0 && left <= Tolerance * sums.Sum()
            ? [.. sums.Select(sum => Math.Log(sum)), 0]
            : throw new InferenceException(InferenceError.Failed,
                $"{_model.Id} at {_model.Address} lists {string.Join(", ", told.Take(3).Select(token => $"\"{token.Token}\""))} … as "
                    + $"the likeliest answers, which does not tell how likely {groups[0][0]} and {groups[^1][0]} are: choose a model "
                    + $"that answers at once, or serve one with vLLM or llama-server.");
    }
}

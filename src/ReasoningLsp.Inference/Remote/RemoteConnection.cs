using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Requests to one server: few enough at once, sent again where that helps, with errors in words for a person.
/// Thread-safe.</summary>
internal sealed class RemoteConnection : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly RemoteOptions _options;
    private readonly FailureReader _failures;
    private readonly ResiliencePipeline _retry;
    private readonly SemaphoreSlim _flight;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="model">Says where; it must have no problem.</param>
    /// <param name="key">The key, or null.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Time.</param>
    public RemoteConnection(RemoteModel model, string? key, RemoteOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _failures = new FailureReader(model, key, clock);
        _retry = RetryPolicy.Create(options, clock);
        _flight = new SemaphoreSlim(options.MostInFlight);
        Root = model.Root;
        // A redirect would carry the text, and perhaps the key, to somewhere that nobody named.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectLimit,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        Client = new HttpClient(new KeyHandler(key, sockets)) { BaseAddress = Root, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where the server is.</summary>
    public Uri Root { get; }

    /// <summary>Sends with the key and nothing else; its tries belong into <see cref="RunAsync"/>.</summary>
    public HttpClient Client { get; }

    /// <summary>Asks for something.</summary>
    /// <exception cref="InferenceException">There is no answer, or another one than was asked for.</exception>
    public Task<T> GetAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        JsonAsync(() => new HttpRequestMessage(HttpMethod.Get, path), path, read, cancellationToken);

    /// <summary>Has something computed.</summary>
    /// <exception cref="InferenceException">There is no answer, or another one than was asked for.</exception>
    public Task<T> PostAsync<T>(string path, JsonNode body, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var text = body.ToJsonString();
        return JsonAsync(() => Post(path, text), path, read, cancellationToken);
    }

    /// <summary>Has something computed that comes in pieces; once <paramref name="isBegun"/> it is not sent again.</summary>
    /// <exception cref="InferenceException">There is no answer, or another one than was asked for.</exception>
    public Task<T> StreamAsync<T>(string path, JsonNode body, Func<IAsyncEnumerable<JsonElement>, CancellationToken, Task<T>> read,
        Func<bool> isBegun, CancellationToken cancellationToken)
    {
        var text = body.ToJsonString();
        return RunAsync(async limited =>
        {
            using var request = Post(path, text);
            using var response = await SendAsync(request, limited).ConfigureAwait(false);
            await using var stream = await response.Content.ReadAsStreamAsync(limited).ConfigureAwait(false);
            return await _failures.ReadingAsync(path, () => read(ServerEvents.ReadAsync(stream, limited), limited)).ConfigureAwait(false);
        }, isBegun, cancellationToken);
    }

    /// <summary>Does something with the server that may fail and be tried again.</summary>
    /// <exception cref="InferenceException">It failed.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> send, Func<bool> isBegun, CancellationToken cancellationToken)
    {
        await _flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _retry.ExecuteAsync(async token => await TryAsync(send, isBegun, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (RemoteFailure failure)
        {
            throw new InferenceException(failure.Kind, failure.Message, failure.InnerException);
        }
        finally
        {
            _flight.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _flight.Dispose();
    }

    private Task<T> JsonAsync<T>(Func<HttpRequestMessage> create, string path, Func<JsonElement, T> read,
        CancellationToken cancellationToken) => RunAsync(async limited =>
    {
        using var request = create();
        using var response = await SendAsync(request, limited).ConfigureAwait(false);
        await using var stream = await response.Content.ReadAsStreamAsync(limited).ConfigureAwait(false);
        return await _failures.ReadingAsync(path, async () =>
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: limited).ConfigureAwait(false);
            return read(document.RootElement);
        }).ConfigureAwait(false);
    }, () => false, cancellationToken);

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> send, Func<bool> isBegun, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await send(either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (RemoteFailure or InferenceException))
        {
            // However the libraries put it, who cancelled is told so.
            cancellationToken.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested ? _failures.TooSlow(_options.Timeout, error)
                : _failures.Of(error, isBegun()) is { } failure ? failure : new RemoteFailure(error.Message, error);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await _failures.OfAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage Post(string path, string body) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Models that servers compute: vLLM, llama-server, or any that speaks as OpenAI's does. Nothing is connected before it is
/// used.</summary>
/// <param name="variable">Reads an environment variable: where keys come from.</param>
/// <param name="clock">Time.</param>
/// <param name="options">How servers are spoken to, or null.</param>
public sealed class RemoteEngine(Func<string, string?> variable, TimeProvider clock, RemoteOptions? options = null) : IInferenceEngine
{
    private readonly RemoteOptions _options = options ?? new RemoteOptions();
    private readonly ConcurrentDictionary<(Uri Root, string? Key, bool IsOneOfSeveral), Lazy<RemoteConnection>> _connections = [];
    private readonly ConcurrentDictionary<RemoteModel, IRemoteServer> _servers = [];
    private readonly ConcurrentDictionary<RemoteModel, SemaphoreSlim> _recognizing = [];
    private readonly SeveralServers _several = new(options ?? new RemoteOptions(), clock);

    /// <inheritdoc/>
    public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        AskAsync(model, server => server.DescribeAsync(cancellationToken), () => false, cancellationToken);

    /// <inheritdoc/>
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AskAsync(request.Model, server => server.ScoreAsync(request, cancellationToken), () => false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AskAsync(request.Model, server => server.CompareAsync(request, cancellationToken), () => false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // What was shown once is not begun anew by another server.
        var shown = written is null ? null : new Shown(written);
        return await AskAsync(request.Model, server => server.GenerateAsync(request, shown, cancellationToken),
            () => shown is { IsBegun: true }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The names of the models that a server says it serves.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="keyVariable">The environment variable that holds the key, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InferenceException">It cannot be asked.</exception>
    public async Task<ImmutableArray<string>> ServedAsync(string address, string? keyVariable, CancellationToken cancellationToken)
    {
        // Any name will do to ask for the names.
        var anything = new RemoteModel(address, "*", keyVariable);
        if (anything.Each is { Length: > 1 } each)
        {
            // Any of them tells: they serve the same.
            return await _several.RunAsync(each, one => ServedAsync(one, cancellationToken), () => false, cancellationToken)
                .ConfigureAwait(false);
        }

        return await ServedAsync(anything, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<string>> ServedAsync(RemoteModel anything, CancellationToken cancellationToken)
    {
        if (anything.Problem is { } problem)
            throw new InferenceException(InferenceError.BadRequest, problem);
        var listed = await new ServerRecognition(Connection(anything), anything).ListAsync(cancellationToken).ConfigureAwait(false);
        return [.. listed.Select(each => each.GetProperty("id").GetString()!)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
            connection.Value.Dispose();
        foreach (var recognizing in _recognizing.Values)
            recognizing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> AskAsync<T>(
        ModelReference reference, Func<IRemoteServer, Task<T>> ask, Func<bool> isBegun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var model = reference.Remote ?? throw new InferenceException(InferenceError.BadRequest, $"{reference.Path} is no served model.");
        if (reference.Adapter is not null)
            throw new InferenceException(InferenceError.BadRequest,
                "A server applies adapters itself: start it with the adapter, and leave it out here.");
        if (model.Problem is { } problem)
            throw new InferenceException(InferenceError.BadRequest, problem);
        async Task<T> AtAsync(RemoteModel one) => await ask(await ServerAsync(one, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
        return model.Each is [var only] ? await AtAsync(only).ConfigureAwait(false)
            : await _several.RunAsync(model.Each, AtAsync, isBegun, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IRemoteServer> ServerAsync(RemoteModel model, CancellationToken cancellationToken)
    {
        if (_servers.TryGetValue(model, out var known))
            return known;
        var connection = Connection(model);
        // Each by itself: one that nobody answers at holds up no other.
        var recognizing = _recognizing.GetOrAdd(model, _ => new SemaphoreSlim(1));
        await recognizing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_servers.TryGetValue(model, out known))
                _servers[model] = known = await new ServerRecognition(connection, model).RecognizeAsync(cancellationToken)
                    .ConfigureAwait(false);
            return known;
        }
        finally
        {
            recognizing.Release();
        }
    }

    private RemoteConnection Connection(RemoteModel model)
    {
        var key = model.KeyVariable is { } name ? variable(name)?.Trim() : null;
        if (model.KeyVariable is not null && string.IsNullOrEmpty(key))
            throw new InferenceException(InferenceError.Unavailable,
                $"The environment variable {model.KeyVariable}, which holds the key for {model.Address}, is not set.");
        if (key?.Any(character => character is < '!' or > '~') == true)
            throw new InferenceException(InferenceError.Unavailable,
                $"What the environment variable {model.KeyVariable} holds cannot be a key: there are spaces or letters of other scripts "
                    + $"in it.");
        // Where another can be asked at once, nobody waits for this one.
        var how = model.IsOneOfSeveral ? _options with { Retries = 0 } : _options;
        return _connections.GetOrAdd((model.Root, model.KeyVariable, model.IsOneOfSeveral),
            _ => new Lazy<RemoteConnection>(() => new RemoteConnection(model, key, how, clock))).Value;
    }

    private sealed class Shown(IProgress<string> to) : IProgress<string>
    {
        public bool IsBegun { get; private set; }

        public void Report(string value)
        {
            IsBegun = true;
            to.Report(value);
        }
    }
}

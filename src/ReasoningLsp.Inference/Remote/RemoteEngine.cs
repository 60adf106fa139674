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
    private readonly ConcurrentDictionary<(Uri Root, string? Key), Lazy<RemoteConnection>> _connections = [];
    private readonly ConcurrentDictionary<RemoteModel, IRemoteServer> _servers = [];
    private readonly SemaphoreSlim _recognizing = new(1);

    /// <inheritdoc/>
    public async Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
        await (await ServerAsync(model, cancellationToken).ConfigureAwait(false)).DescribeAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await (await ServerAsync(request.Model, cancellationToken).ConfigureAwait(false)).ScoreAsync(request, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await (await ServerAsync(request.Model, cancellationToken).ConfigureAwait(false)).CompareAsync(request, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await (await ServerAsync(request.Model, cancellationToken).ConfigureAwait(false)).GenerateAsync(request, written,
            cancellationToken).ConfigureAwait(false);
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
        _recognizing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IRemoteServer> ServerAsync(ModelReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var model = reference.Remote ?? throw new InferenceException(InferenceError.BadRequest, $"{reference.Path} is no served model.");
        if (_servers.TryGetValue(model, out var known))
            return known;
        if (reference.Adapter is not null)
            throw new InferenceException(InferenceError.BadRequest,
                "A server applies adapters itself: start it with the adapter, and leave it out here.");
        if (model.Problem is { } problem)
            throw new InferenceException(InferenceError.BadRequest, problem);
        var connection = Connection(model);
        await _recognizing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_servers.TryGetValue(model, out known))
                _servers[model] = known = await new ServerRecognition(connection, model).RecognizeAsync(cancellationToken)
                    .ConfigureAwait(false);
            return known;
        }
        finally
        {
            _recognizing.Release();
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
        return _connections.GetOrAdd((model.Root, model.KeyVariable),
            _ => new Lazy<RemoteConnection>(() => new RemoteConnection(model, key, _options, clock))).Value;
    }
}

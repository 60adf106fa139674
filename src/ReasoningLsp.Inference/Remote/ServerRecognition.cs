using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Remote;

/// <summary>Finds out what kind of server answers, by its list of models and by what only one kind has.</summary>
/// <param name="connection">The way to it.</param>
/// <param name="model">Where and which.</param>
internal sealed class ServerRecognition(RemoteConnection connection, RemoteModel model)
{
    private const int MostNamed = 6;

    /// <summary>The server, as it is spoken to.</summary>
    /// <exception cref="InferenceException">Nothing answers, or it does not serve the model.</exception>
    public async Task<IRemoteServer> RecognizeAsync(CancellationToken cancellationToken)
    {
        var listed = await ListAsync(cancellationToken).ConfigureAwait(false);
        var entry = listed.FirstOrDefault(each => each.GetProperty("id").GetString() == model.Id);
        if (!listed.IsEmpty && entry.ValueKind == JsonValueKind.Undefined)
            throw new InferenceException(InferenceError.NoFile,
                $"{model.Address} does not serve \"{model.Id}\"; it serves "
                    + $"{string.Join(", ", listed.Take(MostNamed).Select(each => each.GetProperty("id").GetString()))}"
                    + $"{(listed.Length > MostNamed ? ", …" : string.Empty)}.");
        var owner = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("owned_by", out var name) ? name.GetString() : null;
        if (owner != "vllm" && await TryAsync("props",
            answer => answer.GetProperty("default_generation_settings").GetProperty("n_ctx").GetInt32(), cancellationToken)
            .ConfigureAwait(false) is > 0 and var context)
            return await LlamaAsync(context, entry, cancellationToken).ConfigureAwait(false);
        if (owner == "vllm" || entry is { ValueKind: JsonValueKind.Object } && entry.TryGetProperty("max_model_len", out _))
        {
            if (await TryAsync("version", answer => answer.GetProperty("version").GetString(), cancellationToken)
                .ConfigureAwait(false) is { } version)
                return await VllmAsync(version, entry, cancellationToken).ConfigureAwait(false);
        }

        return new ChatServer(connection, model);
    }

    /// <summary>What the server says it serves; nothing where it has no such list.</summary>
    /// <exception cref="InferenceException">Nothing answers.</exception>
    public async Task<ImmutableArray<JsonElement>> ListAsync(CancellationToken cancellationToken)
    {
        var listed = await TryAsync("v1/models",
            answer => answer.GetProperty("data").EnumerateArray().Select(each => each.Clone()).ToImmutableArray(), cancellationToken)
            .ConfigureAwait(false);
        return listed.IsDefault ? [] : listed;
    }

    private async Task<IRemoteServer> LlamaAsync(int context, JsonElement entry, CancellationToken cancellationToken)
    {
        var vocabulary = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("meta", out var meta)
            && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("n_vocab", out var count) ? count.GetInt32() : 0;
        var begin = await BeginAsync(special => LlamaServer.TokenizeAsync(connection, "a", isControl: false, special, cancellationToken))
            .ConfigureAwait(false);
        var tokenizer = new RemoteTokenizer((text, isControl, token) => LlamaServer.TokenizeAsync(connection, text, isControl,
            begins: false, token), begin, parsesControls: false);
        var letter = await LlamaServer.TokenizeAsync(connection, "a", isControl: false, begins: false, cancellationToken)
            .ConfigureAwait(false);
        return letter.Ids.IsEmpty
            ? throw new InferenceException(InferenceError.Failed, $"{model.Address} makes no tokens of a text.")
            : new LlamaServer(connection, new ServedModel(model, "llama-server", context, vocabulary), tokenizer, letter.Ids[^1]);
    }

    private async Task<IRemoteServer> VllmAsync(string version, JsonElement entry, CancellationToken cancellationToken)
    {
        var longest = entry.GetProperty("max_model_len").GetInt32();
        var begin = await BeginAsync(
            special => VllmServer.TokenizeAsync(connection, model.Id, "a", special, cancellationToken)).ConfigureAwait(false);
        var tokenizer = new RemoteTokenizer((text, _, token) => VllmServer.TokenizeAsync(connection, model.Id, text, begins: false, token),
            begin, parsesControls: true);
        return new VllmServer(connection, new ServedModel(model, $"vLLM {version}", longest, 0), tokenizer);
    }

    // The token that the tokenizer puts before a text, if it does; that it names one does not say so.
    private static async Task<int?> BeginAsync(Func<bool, Task<ServerTokens>> tokens)
    {
        var with = (await tokens(true).ConfigureAwait(false)).Ids;
        var without = (await tokens(false).ConfigureAwait(false)).Ids;
        return with.Length > without.Length && (without.IsEmpty || with[0] != without[0]) ? with[0] : null;
    }

    /// <summary>What the server answers, or nothing where it does not know the question.</summary>
    private async Task<T?> TryAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.GetAsync(path, read, cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind is InferenceError.BadRequest or InferenceError.Failed)
        {
            return default;
        }
    }
}

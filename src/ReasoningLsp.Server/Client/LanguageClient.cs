using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;
using StreamJsonRpc;

namespace ReasoningLsp.Server.Client;

/// <summary>The client at the other end of a connection. Thread-safe.</summary>
internal sealed class LanguageClient(JsonRpc rpc, IMessageTranslation translation, ServerLog log) : ILanguageClient
{
    private volatile ClientProfile _profile = ClientProfile.Silent;

    /// <summary>What it can do; set once, at <c>initialize</c>.</summary>
    public ClientProfile Profile
    {
        get => _profile;
        set => _profile = value;
    }

    /// <inheritdoc/>
    public Task PublishDiagnosticsAsync(PublishDiagnosticsParams diagnostics) =>
        NotifyAsync("textDocument/publishDiagnostics", diagnostics, LspWriter.Default.PublishDiagnosticsParams);

    /// <inheritdoc/>
    public Task ShowMessageAsync(int type, string message) => Profile.ShowsMessages
        ? NotifyAsync("window/showMessage", new ShowMessageParams(type, message), LspWriter.Default.ShowMessageParams)
        : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<string?> AskAsync(
        string question, IEnumerable<string> answers, CancellationToken cancellationToken, int type)
    {
        if (!Profile.ShowsMessages)
            return null;
        var request = new ShowMessageRequestParams(
            type, question, [.. answers.Select(answer => new MessageActionItem(answer))]);
        var chosen = await RequestAsync("window/showMessageRequest", request, LspWriter.Default.ShowMessageRequestParams, cancellationToken)
            .ConfigureAwait(false);
        return chosen is { } item ? new JsonPath(item).Word("title") : null;
    }

    /// <inheritdoc/>
    public Task ShowDocumentAsync(ShowDocumentParams document, CancellationToken cancellationToken) => Profile.ShowsDocuments
        ? RequestAsync("window/showDocument", document, LspWriter.Default.ShowDocumentParams, cancellationToken)
        : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<ApplyWorkspaceEditResult> ApplyEditAsync(string label, WorkspaceEdit edit, CancellationToken cancellationToken)
    {
        var request = new ApplyWorkspaceEditParams(label, edit);
        var answer = new JsonPath(
            await RequestAsync("workspace/applyEdit", request, LspWriter.Default.ApplyWorkspaceEditParams, cancellationToken)
            .ConfigureAwait(false) ?? default);
        return new ApplyWorkspaceEditResult(answer.Flag("applied"), answer.Word("failureReason"));
    }

    /// <inheritdoc/>
    public async Task<JsonElement?> ConfigurationAsync(string section, CancellationToken cancellationToken)
    {
        if (!Profile.Configuration)
            return null;
        var request = new ConfigurationParams([new ConfigurationItem(null, section)]);
        var answer = await RequestAsync("workspace/configuration", request, LspWriter.Default.ConfigurationParams, cancellationToken)
            .ConfigureAwait(false);
        return answer is { ValueKind: JsonValueKind.Array } values && values.GetArrayLength() > 0 ? values[0] : null;
    }

    /// <inheritdoc/>
    public Task RegisterAsync(ImmutableArray<Registration> registrations) => registrations.IsEmpty
        ? Task.CompletedTask
        : RequestAsync(
            "client/registerCapability", new RegistrationParams(
                registrations), LspWriter.Default.RegistrationParams, CancellationToken.None);

    /// <inheritdoc/>
    public Task RefreshDiagnosticsAsync() =>
        RefreshAsync("workspace/diagnostic/refresh", Profile is { PullsDiagnostics: true, RefreshesDiagnostics: true });

    /// <inheritdoc/>
    public Task RefreshAsync() => Task.WhenAll(
        RefreshDiagnosticsAsync(),
        RefreshAsync("workspace/codeLens/refresh", Profile.RefreshesCodeLenses),
        RefreshAsync("workspace/inlayHint/refresh", Profile.RefreshesInlayHints));

    /// <inheritdoc/>
    public Task CreateProgressAsync(JsonElement token, CancellationToken cancellationToken) => RequestAsync(
        "window/workDoneProgress/create", new WorkDoneProgressCreateParams(
            token), LspWriter.Default.WorkDoneProgressCreateParams, cancellationToken);

    /// <inheritdoc/>
    public Task ProgressAsync(JsonElement token, WorkDoneProgress value) =>
        NotifyAsync("$/progress", new ProgressParams(token, value), LspWriter.Default.ProgressParams);

    /// <inheritdoc/>
    public Task ReviewedAsync(ReviewedParams reviewed) =>
        NotifyOursAsync("$/reasoning/reviewed", reviewed, LspWriter.Default.ReviewedParams);

    /// <inheritdoc/>
    public Task ScoresAsync(ScoresParams scores) => NotifyOursAsync("$/reasoning/scores", scores, LspWriter.Default.ScoresParams);

    /// <inheritdoc/>
    public Task FileProgressAsync(FileProgressParams progress) =>
        NotifyOursAsync("$/reasoning/fileProgress", progress, LspWriter.Default.FileProgressParams);

    /// <inheritdoc/>
    public Task DeskChangedAsync(DeskChangedParams changed) =>
        NotifyOursAsync("$/reasoning/deskChanged", changed, LspWriter.Default.DeskChangedParams);

    /// <inheritdoc/>
    public Task CorrectionAsync(CorrectionParams correction) =>
        NotifyOursAsync("$/reasoning/correction", correction, LspWriter.Default.CorrectionParams);

    private Task NotifyOursAsync<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Profile.ReasoningNotifications ? NotifyAsync(method, parameters, type) : Task.CompletedTask;

    private async Task NotifyAsync<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        try
        {
            foreach (var message in translation.Outward(method, JsonSerializer.SerializeToElement(parameters, type)))
                await rpc.NotifyWithParameterObjectAsync(method, Named(message)).ConfigureAwait(false);
        }
        catch (Exception error) when (IsGone(error))
        {
            // The session ends by itself.
        }
    }

    // Null where the client refused it or is gone.
    private async Task<JsonElement?> RequestAsync<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            var named = Named(translation.Outward(method, JsonSerializer.SerializeToElement(parameters, type))[0]);
            return await rpc.InvokeWithParameterObjectAsync<JsonElement?>(method, named, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteRpcException error)
        {
            log.Write($"The client refused {method}: {error.Message}");
            return null;
        }
        catch (Exception error) when (IsGone(error))
        {
            return null;
        }
    }

    private async Task RefreshAsync(string method, bool isKnown)
    {
        if (!isKnown)
            return;
        try
        {
            await rpc.InvokeWithParameterObjectAsync(method, (object?)null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RemoteRpcException error)
        {
            log.Write($"The client refused {method}: {error.Message}");
        }
        catch (Exception error) when (IsGone(error))
        {
            // The session ends by itself.
        }
    }

    private static bool IsGone(Exception error) =>
        error is ConnectionLostException or ObjectDisposedException or IOException
            or OperationCanceledException or InvalidOperationException;

    // By name, and without StreamJsonRpc looking into types of ours.
    private static Dictionary<string, object?> Named(JsonElement parameters) =>
        parameters.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value, StringComparer.Ordinal);
}

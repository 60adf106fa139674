using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>Work that the client shows and a person can cancel. Thread-safe.</summary>
internal sealed class WorkDone(Session session)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Does <paramref name="work"/>, which is given a way to say how far it is; under the client's token where it gave one.</summary>
    public async Task<T> RunAsync<T>(string title, JsonElement? token, Func<Action<string, int?>, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (TokenOf(token) is not { } known)
            return await work((_, _) => { }, stop.Token).ConfigureAwait(false);
        _running[known.GetRawText()] = stop;
        try
        {
            if (known.GetRawText() != token?.GetRawText())
                await session.Client.RequestAsync("window/workDoneProgress/create", new WorkDoneProgressCreateParams(known), LspWriter.Default.WorkDoneProgressCreateParams, cancellationToken).ConfigureAwait(false);
            await SendAsync(known, new WorkDoneProgress("begin", title, Cancellable: true)).ConfigureAwait(false);
            return await work((message, percentage) => _ = SendAsync(known, new WorkDoneProgress("report", Cancellable: true, Message: message, Percentage: percentage)), stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(known.GetRawText(), out _);
            await SendAsync(known, new WorkDoneProgress("end")).ConfigureAwait(false);
        }
    }

    /// <summary>A person does not want it any more.</summary>
    public void Cancel(JsonElement token)
    {
        if (_running.TryGetValue(token.GetRawText(), out var stop))
            stop.Cancel();
    }

    // The client's, or one of ours where it lets us make one.
    private JsonElement? TokenOf(JsonElement? given) =>
        given is { ValueKind: JsonValueKind.String or JsonValueKind.Number } ? given
        : session.Profile.WorkDoneProgress ? JsonSerializer.SerializeToElement(string.Create(CultureInfo.InvariantCulture, $"reasoning-{Interlocked.Increment(ref _count)}"), LspWriter.Default.String)
        : null;

    private Task SendAsync(JsonElement token, WorkDoneProgress value) => session.Client.NotifyAsync("$/progress", new ProgressParams(token, value), LspWriter.Default.ProgressParams);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>Work that the client shows and a person can cancel. Thread-safe.</summary>
internal sealed class WorkDone(ILanguageClient client)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>
    /// Does <paramref name="work"/>, which is given a way to say how far it is; under the client's token where it gave one.
    /// </summary>
    public async Task<T> RunAsync<T>(
        string title, JsonElement? token, Func<Action<string, int?>, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (TokenOf(token) is not { } known)
            return await work((_, _) => { }, stop.Token).ConfigureAwait(false);
        _running[known.GetRawText()] = stop;
        try
        {
            if (known.GetRawText() != token?.GetRawText())
                await client.CreateProgressAsync(known, cancellationToken).ConfigureAwait(false);
            await client.ProgressAsync(known, new WorkDoneProgress("begin", title, Cancellable: true)).ConfigureAwait(false);
            return await work(Report, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(known.GetRawText(), out _);
            await client.ProgressAsync(known, new WorkDoneProgress("end")).ConfigureAwait(false);
        }

        void Report(string message, int? percentage) =>
            _ = client.ProgressAsync(known, new WorkDoneProgress("report", Cancellable: true, Message: message, Percentage: percentage));
    }

    /// <summary>A person does not want it any more.</summary>
    public void Cancel(JsonElement token)
    {
        if (_running.TryGetValue(token.GetRawText(), out var stop))
            stop.Cancel();
    }

    // The client's, or one of ours where it lets us make one.
    private JsonElement? TokenOf(JsonElement? given)
    {
        if (given is { ValueKind: JsonValueKind.String or JsonValueKind.Number })
            return given;
        if (!client.Profile.WorkDoneProgress)
            return null;
        var own = string.Create(CultureInfo.InvariantCulture, $"reasoning-{Interlocked.Increment(ref _count)}");
        return JsonSerializer.SerializeToElement(own, LspWriter.Default.String);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>What was asked and is not answered yet. Thread-safe.</summary>
internal sealed class OpenRequests
{
    private readonly Lock _gate = new();
    private readonly HashSet<RequestId> _open = [];
    private TaskCompletionSource? _closed;

    /// <summary>A request came.</summary>
    public void Asked(RequestId id)
    {
        lock (_gate)
            _open.Add(id);
    }

    /// <summary>Its answer went out, or could not.</summary>
    public void Answered(RequestId id)
    {
        lock (_gate)
        {
            _open.Remove(id);
            if (_open.Count == 0)
                _closed?.TrySetResult();
        }
    }

    /// <summary>The client wants no answer any more.</summary>
    public void Cancelled(JsonNode? parameters)
    {
        try
        {
            if (parameters?["requestId"] is { } id)
                Answered(id.Deserialize<RequestId>(McpJsonUtilities.DefaultOptions));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It names no request.
        }
    }

    /// <summary>Waits until all is answered; false where that takes too long.</summary>
    public async Task<bool> ClosedAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_open.Count == 0)
                return true;
            _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await _closed.Task.WaitAsync(longest, clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

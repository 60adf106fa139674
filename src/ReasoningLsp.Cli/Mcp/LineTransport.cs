using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Mcp;

/// <summary>
/// One message a line. A line that is none is answered and the next one read. Where the input ends, the session ends only when what was
/// asked before is answered, or after <see cref="LongestWait"/>.
/// </summary>
internal sealed class LineTransport : ITransport
{
    private static readonly byte[] s_lineEnd = "\n"u8.ToArray();

    private readonly ProgramHost _host;
    private readonly Channel<JsonRpcMessage> _messages = Channel.CreateUnbounded<JsonRpcMessage>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _over = new();
    private readonly OpenRequests _open = new();
    private readonly Task _reading;

    /// <summary>A transport over the host's input and output, which stay open.</summary>
    public LineTransport(ProgramHost host)
    {
        _host = host;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>How long answers are waited for after the input ended.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string? SessionId => null;

    /// <inheritdoc/>
    public ChannelReader<JsonRpcMessage> MessageReader => _messages.Reader;

    /// <inheritdoc/>
    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(message, McpJsonUtilities.DefaultOptions), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            if (message is JsonRpcResponse or JsonRpcError)
                _open.Answered(((JsonRpcMessageWithId)message).Id);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        // A read of standard input that waits cannot be stopped; it ends with the process.
        if (_messages.Reader.Completion.IsCompleted)
            await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ReadAsync()
    {
        try
        {
            foreach (var line in JsonLinesTraceReader.ReadLines(_host.Input, _over.Token))
            {
                if (Read(line) is { } message)
                {
                    if (Problem(message) is { } problem)
                        await RefuseAsync(line, problem).ConfigureAwait(false);
                    else
                        await _messages.Writer.WriteAsync(message, _over.Token).ConfigureAwait(false);
                }
                else
                {
                    await RefuseAsync(line).ConfigureAwait(false);
                }
            }

            if (!await _open.ClosedAsync(LongestWait, _host.Clock, _over.Token).ConfigureAwait(false))
                await _host.Error.WriteLineAsync("The input ended, and not all that was asked could be answered.").ConfigureAwait(false);
            _messages.Writer.TryComplete();
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or OutputException)
        {
            if (error is IOException)
                await _host.Error.WriteLineAsync($"The input cannot be read: {error.Message}").ConfigureAwait(false);
            _messages.Writer.TryComplete();
        }
    }

    private JsonRpcMessage? Read(JsonLine line)
    {
        if (line.Error is { Code: "line-too-long" })
            return null;
        try
        {
            var message = JsonSerializer.Deserialize<JsonRpcMessage>(line.Text, McpJsonUtilities.DefaultOptions);
            if (message is JsonRpcRequest request)
                _open.Asked(request.Id);
            else if (message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled)
                _open.Cancelled(cancelled.Params);
            return message;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The library says only that there was an error, and an agent cannot mend its call.
    private string? Problem(JsonRpcMessage message)
    {
        if (message is not JsonRpcRequest { Method: RequestMethods.ToolsCall, Params: { } parameters } request)
            return null;
        var problem = parameters is not JsonObject call || call["name"]?.GetValueKind() != JsonValueKind.String
            ? "tools/call needs the name of a tool, a text."
            : call["arguments"] is not (null or JsonObject) ? "The arguments of tools/call are an object, not a list or a text." : null;
        if (problem is not null)
            _open.Answered(request.Id);
        return problem;
    }

    private async Task RefuseAsync(JsonLine line, string? problem = null)
    {
        var isJson = IsJson(line.Text, out var id);
        var (code, text) = problem is not null ? (-32602, problem) : line.Error is { Code: "line-too-long" } error ? (-32700, error.Message)
            : isJson ? (-32600, "This is no JSON-RPC message.")
            : (-32700, "This line is not JSON.");
        var answer = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["error"] = new JsonObject { ["code"] = code, ["message"] = text },
        };
        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), _over.Token).ConfigureAwait(false);
    }

    private static bool IsJson(string text, out JsonNode? id)
    {
        id = null;
        try
        {
            var given = (JsonNode.Parse(text) as JsonObject)?["id"];
            id = given?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? given.DeepClone() : null;
            return true;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private async Task WriteAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _host.Output.WriteAsync(message, CancellationToken.None).ConfigureAwait(false);
            await _host.Output.WriteAsync(s_lineEnd, CancellationToken.None).ConfigureAwait(false);
            await _host.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }
}

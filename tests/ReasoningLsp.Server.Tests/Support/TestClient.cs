using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>An editor, as far as the protocol shows one. Every message that comes is held against the protocol.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Frames _frames;
    private readonly ConcurrentDictionary<int, (string Method, TaskCompletionSource<JsonElement> Answer)> _pending = [];
    private readonly List<ServerMessage> _received = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Task _reading;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _broken;
    private int _id;

    public TestClient(Stream output, Stream input)
    {
        _frames = new Frames(output, input);
        _reading = Task.Run(ReadAsync, TestContext.Current.CancellationToken);
    }

    /// <summary>How requests of the server are answered; null by default.</summary>
    public Dictionary<string, Func<JsonElement, JsonNode?>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["workspace/applyEdit"] = _ => new JsonObject { ["applied"] = true },
        ["window/showDocument"] = _ => new JsonObject { ["success"] = true },
        ["workspace/configuration"] = _ => new JsonArray((JsonNode?)null),
    };

    /// <summary>Requests of the server that are answered only after something else was said; null is the answer.</summary>
    public Dictionary<string, Func<JsonElement, Task>> Delays { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that the server sent unasked, in order.</summary>
    public IReadOnlyList<ServerMessage> Received
    {
        get
        {
            lock (_received)
                return [.. _received];
        }
    }

    /// <summary>Errors without an id: answers to what was no message.</summary>
    public ConcurrentQueue<JsonElement> Refusals { get; } = [];

    /// <summary>Begins a session with what a client said of itself.</summary>
    public async Task<JsonElement> InitializeAsync(JsonNode? parameters = null)
    {
        parameters ??= new JsonObject { ["processId"] = null, ["capabilities"] = new JsonObject() };
        var result = await RequestAsync("initialize", parameters);
        await NotifyAsync("initialized", new JsonObject());
        return result;
    }

    /// <summary>Sends a request and waits for its result.</summary>
    public async Task<JsonElement> RequestAsync(string method, object? parameters)
    {
        var (_, answer) = await SendAsync(method, parameters);
        return await answer.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request and returns at once.</summary>
    public async Task<(int Id, Task<JsonElement> Answer)> SendAsync(string method, object? parameters)
    {
        var id = Interlocked.Increment(ref _id);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = (method, answer);
        await _frames.WriteAsync(
            parameters is null ? new { jsonrpc = "2.0", id, method } : new { jsonrpc = "2.0", id, method, @params = parameters },
            _over.Token);
        return (id, answer.Task);
    }

    public Task NotifyAsync(string method, object? parameters) =>
        _frames.WriteAsync(parameters is null ? new { jsonrpc = "2.0", method } : new { jsonrpc = "2.0", method, @params = parameters },
        _over.Token);

    /// <summary>Sends bytes with a header, whatever they are.</summary>
    public Task SendRawAsync(byte[] body) => _frames.WriteRawAsync(body, _over.Token);

    /// <summary>The first message, from the <paramref name="from"/>-th on, that is what is asked for; waits for it.</summary>
    public async Task<ServerMessage> WaitForAsync(Func<ServerMessage, bool> wanted, int from = 0)
    {
        var deadline = Task.Delay(Patience, TestContext.Current.CancellationToken);
        while (true)
        {
            Task news;
            lock (_received)
            {
                if (_received.Skip(from).FirstOrDefault(wanted) is { } found)
                    return found;
                if (_broken is not null)
                    throw new InvalidOperationException("The server broke the protocol.", _broken);
                news = _news.Task;
            }

            if (await Task.WhenAny(news, deadline) == deadline)
                throw new TimeoutException(
                    $"It did not come; what came was {string.Join(", ", Received.Select(message => message.Method))}.");
        }
    }

    /// <summary>Fails if anything that came broke the protocol.</summary>
    public void AssertPure()
    {
        if (_broken is not null)
            throw new InvalidOperationException("The server broke the protocol.", _broken);
    }

    /// <summary>Waits until the server has closed its side.</summary>
    public Task EndedAsync() => _reading.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _frames.Dispose();
        _over.Dispose();
        AssertPure();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _frames.ReadAsync(_over.Token) is { } message)
                await TakeAsync(message);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or IOException
            && error is not InvalidDataException)
        {
            // The test is over.
        }
        catch (Exception error)
        {
            Break(error);
        }
    }

    private async Task TakeAsync(JsonElement message)
    {
        if (message.TryGetProperty("method", out var method))
        {
            var received = new ServerMessage(method.GetString()!,
                message.TryGetProperty("params", out var parameters) ? parameters : default);
            Validate(parameters.ValueKind == JsonValueKind.Undefined ? null : ProtocolSchema.OfParameters(received.Method, parameters));
            if (message.TryGetProperty("id", out var id) && Delays.TryGetValue(received.Method, out var delay))
                _ = AnswerLaterAsync(id, delay(parameters));
            else if (id.ValueKind != JsonValueKind.Undefined)
                await _frames.WriteAsync(
                    new { jsonrpc = "2.0", id, result = Answers.GetValueOrDefault(received.Method)?.Invoke(parameters) }, _over.Token);
            lock (_received)
            {
                _received.Add(received);
                _news.TrySetResult();
                _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
        else if (message.GetProperty("id") is { ValueKind: JsonValueKind.Number } number)
        {
            Answer(message, number.GetInt32());
        }
        else
        {
            Refusals.Enqueue(message);
        }
    }

    private async Task AnswerLaterAsync(JsonElement id, Task delay)
    {
        await delay;
        await _frames.WriteAsync(new { jsonrpc = "2.0", id, result = (JsonNode?)null }, _over.Token);
    }

    private void Answer(JsonElement message, int id)
    {
        if (!_pending.TryRemove(id, out var pending))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Nobody asked for {id}."));
        if (message.TryGetProperty("error", out var error))
        {
            if (error.GetRawText().Contains("   at ", StringComparison.Ordinal))
                throw new InvalidDataException($"An error shows its stack: {error}");
            pending.Answer.SetException(new ServerFailure(error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()!));
            return;
        }

        Validate(ProtocolSchema.OfResult(pending.Method, message.GetProperty("result")));
        pending.Answer.SetResult(message.GetProperty("result"));
    }

    private static void Validate(string? problem)
    {
        if (problem is not null)
            throw new InvalidDataException(problem);
    }

    private void Break(Exception error)
    {
        lock (_received)
        {
            _broken = error;
            _news.TrySetResult();
        }

        foreach (var (_, answer) in _pending.Values)
            answer.TrySetException(error);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>Messages with their header, on a stream. Anything else on it is a failure: the wire is pure.</summary>
internal sealed class Frames(Stream output, Stream input) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _at, _end;

    public void Dispose() => _writing.Dispose();

    public Task WriteAsync(object message, CancellationToken cancellationToken) =>
        WriteRawAsync(JsonSerializer.SerializeToUtf8Bytes(message), cancellationToken);

    public async Task WriteRawAsync(byte[] body, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await output.WriteAsync(
                (byte[])[.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")),
                .. body], cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The next message, or null at the end of the stream.</summary>
    public async Task<JsonElement?> ReadAsync(CancellationToken cancellationToken)
    {
        var length = -1;
        while (await LineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0 && length >= 0)
                return await BodyAsync(length, cancellationToken);
            var parts = line.Split(": ");
            if (parts is not ["Content-Length" or "Content-Type", _])
                throw new InvalidDataException($"This is no header: {line}");
            if (parts[0] == "Content-Length")
                length = int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return null;
    }

    private async Task<JsonElement> BodyAsync(int length, CancellationToken cancellationToken)
    {
        var body = new byte[length];
        for (var got = 0; got < length;)
        {
            if (_at == _end && !await FillAsync(cancellationToken))
                throw new EndOfStreamException("The message is not whole.");
            var take = Math.Min(length - got, _end - _at);
            _buffer.AsSpan(_at, take).CopyTo(body.AsSpan(got));
            _at += take;
            got += take;
        }

        return JsonElement.Parse(body);
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_at == _end && !await FillAsync(cancellationToken))
                return line.Length == 0 ? null : throw new InvalidDataException($"The stream ends within: {line}");
            var unit = (char)_buffer[_at++];
            if (unit == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(unit);
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _at = 0;
        _end = await input.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}

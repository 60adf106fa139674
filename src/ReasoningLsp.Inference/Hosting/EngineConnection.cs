using System.Net.Sockets;
using StreamJsonRpc;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>A connection to a running engine.</summary>
internal sealed class EngineConnection : IAsyncDisposable
{
    private readonly NetworkStream _stream;

    private EngineConnection(NetworkStream stream, JsonRpc rpc)
    {
        _stream = stream;
        Rpc = rpc;
    }

    /// <summary>Its calls.</summary>
    public JsonRpc Rpc { get; }

    /// <summary>Those whose turn came.</summary>
    public RunningCalls Running { get; } = new();

    /// <summary>Whether it can be used.</summary>
    public bool IsOpen => !Rpc.Completion.IsCompleted;

    /// <summary>Connects to an engine that listens; null where none does.</summary>
    public static async Task<EngineConnection?> TryOpenAsync(EngineAddress address, CancellationToken cancellationToken)
    {
        if (!File.Exists(address.Socket))
            return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.Socket), cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var stream = new NetworkStream(socket, ownsSocket: true);
        var rpc = EngineWire.Connect(stream);
        rpc.StartListening();
        return new EngineConnection(stream, rpc);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Rpc.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
    }
}

using System.IO.Pipelines;
using System.Text.Json;
using ReasoningLsp.Server.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ReasoningLsp.Server.Transport;

/// <summary>
/// Reads and writes framed messages. A frame that holds no message is answered and the next one read, instead of ending the
/// connection.
/// </summary>
internal sealed class MessageHandler(Stream output, Stream input, IJsonRpcMessageFormatter formatter, ServerLog log)
    : HeaderDelimitedMessageHandler(
        PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true)), PipeReader.Create(
            input, new StreamPipeReaderOptions(leaveOpen: true)), formatter)
{
    /// <inheritdoc/>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            int code;
            try
            {
                return await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException error) when (error.LineNumber is not null)
            {
                code = LspError.ParseError;
                log.Write($"A message is not JSON: {error.Message}");
            }
            catch (Exception error) when (
                error is not (OperationCanceledException or IOException or ObjectDisposedException or BadRpcHeaderException))
            {
                code = LspError.InvalidRequest;
                log.Write($"A message is no JSON-RPC: {error.Message}");
            }

            await WriteAsync(Refusal(code), cancellationToken).ConfigureAwait(false);
        }
    }

    private static JsonRpcError Refusal(int code) => new()
    {
        RequestId = RequestId.Null,
        Error = new JsonRpcError.ErrorDetail
        {
            Code = (JsonRpcErrorCode)code,
            Message = code == LspError.ParseError ? "This is not JSON." : "This is no JSON-RPC message.",
        },
    };
}

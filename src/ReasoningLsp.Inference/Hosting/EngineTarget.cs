using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Requests;
using StreamJsonRpc;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>What an engine answers. <c>started</c> tells the client that its request's turn came: only then can it be what kills the
/// engine.</summary>
internal sealed class EngineTarget(LocalEngine engine, ModelProof? proof, Action stop)
{
    [JsonRpcMethod("hello")]
    public EngineHello Hello() => new(EngineAddress.Protocol, Environment.ProcessId, engine.Identity, engine.Waiting);

    [JsonRpcMethod("stop")]
    public void Stop() => stop();

    [JsonRpcMethod("describe")]
    public Task<ModelDescription> DescribeAsync(ModelReference request, IProgress<bool>? started, CancellationToken cancellationToken) =>
        AnswerAsync(request, () => engine.DescribeAsync(request, Started(started), cancellationToken), cancellationToken);

    [JsonRpcMethod("score")]
    public Task<ScoreResult> ScoreAsync(ScoreRequest request, IProgress<bool>? started, CancellationToken cancellationToken) =>
        AnswerAsync(request.Model, () => engine.ScoreAsync(request, Started(started), cancellationToken), cancellationToken);

    [JsonRpcMethod("compare")]
    public Task<CompareResult> CompareAsync(CompareRequest request, IProgress<bool>? started, CancellationToken cancellationToken) =>
        AnswerAsync(request.Model, () => engine.CompareAsync(request, Started(started), cancellationToken), cancellationToken);

    [JsonRpcMethod("generate")]
    public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written, IProgress<bool>? started,
        CancellationToken cancellationToken) =>
        AnswerAsync(request.Model, () => engine.GenerateAsync(request, written, Started(started), cancellationToken), cancellationToken);

    private static Action Started(IProgress<bool>? started) => () => started?.Report(true);

    private async Task<T> AnswerAsync<T>(ModelReference model, Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        try
        {
            // Not in the queue, in which others wait.
            if (proof is not null)
                await proof.EnsureAsync(model, cancellationToken).ConfigureAwait(false);
            return await answer().ConfigureAwait(false);
        }
        catch (InferenceException error)
        {
            throw new LocalRpcException(error.Message) { ErrorCode = EngineFault.Code, ErrorData = EngineFault.Of(error) };
        }
    }
}

namespace ReasoningLsp.Inference.Hosting;

/// <summary>A request from its first try to its end.</summary>
internal sealed class RunningCall
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it has its answer, or is given up.</summary>
    public Task Ended => _ended.Task;

    /// <summary>It has.</summary>
    public void End() => _ended.TrySetResult();
}

using System.Collections.Immutable;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>
/// The requests whose turn had come at one engine. When it dies, one of them is blamed: the one that was begun last, because the others
/// were computed for a while and nothing happened. Thread-safe.
/// </summary>
internal sealed class RunningCalls
{
    private readonly Lock _lock = new();
    private readonly List<RunningCall> _started = [];
    private ImmutableArray<RunningCall>? _atDeath;

    /// <summary>A request's turn came.</summary>
    public void Started(RunningCall call)
    {
        lock (_lock)
        {
            if (_atDeath is null && !_started.Contains(call))
                _started.Add(call);
        }
    }

    /// <summary>It was answered.</summary>
    public void Answered(RunningCall call)
    {
        lock (_lock)
            _started.Remove(call);
    }

    /// <summary>The engine died: whether this request is blamed, and when the others that ran have ended, so that it can be tried without
    /// them.</summary>
    public (bool IsBlamed, Task Others) Died(RunningCall call)
    {
        lock (_lock)
        {
            // Those that were cancelled died of nothing.
            var running = _atDeath ??= [.. _started.Where(each => !each.Ended.IsCompleted)];
            return running is [.., var last] && ReferenceEquals(last, call)
                ? (true, Task.WhenAll(running.Where(each => !ReferenceEquals(each, call)).Select(each => each.Ended)))
                : (false, Task.CompletedTask);
        }
    }
}

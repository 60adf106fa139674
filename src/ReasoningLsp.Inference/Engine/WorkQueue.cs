using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>One thread that does all of an engine's work: a person's before background work, otherwise in order of arrival.</summary>
internal sealed class WorkQueue : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Job> _interactive = [];
    private readonly LinkedList<Job> _background = [];
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;

    /// <summary>Starts the thread. Whoever types goes before whoever computes.</summary>
    public WorkQueue() => new Thread(Run) { IsBackground = true, Name = "inference", Priority = ThreadPriority.BelowNormal }.Start();

    /// <summary>Whether a person waits; background work asks and gives way by throwing <see cref="PreemptedException"/>.</summary>
    public bool HasInteractive
    {
        get
        {
            lock (_lock)
                return _interactive.Count > 0;
        }
    }

    /// <summary>How many requests wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _interactive.Count + _background.Count;
        }
    }

    /// <summary>Does <paramref name="work"/> when its turn comes.</summary>
    public Task<T> EnqueueAsync<T>(RequestPriority priority, Func<T> work, CancellationToken cancellationToken)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var job = new Job(
            () => completion.TrySetResult(work()),
            error =>
            {
                if (error is OperationCanceledException && cancellationToken.IsCancellationRequested)
                    completion.TrySetCanceled(cancellationToken);
                else
                    completion.TrySetException(error);
            },
            cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            (priority == RequestPriority.Interactive ? _interactive : _background).AddLast(job);
        }

        _waiting.Release();
        return completion.Task;
    }

    /// <summary>Ends after the running work; what waits fails.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            _isClosed = true;
        }

        _waiting.Release();
        await _ended.Task.ConfigureAwait(false);
        _waiting.Dispose();
    }

    private void Run()
    {
        LibC.Yield();
        while (true)
        {
            _waiting.Wait();
            Job? job;
            lock (_lock)
            {
                if (_isClosed)
                    break;
                job = Take(_interactive) ?? Take(_background);
            }

            if (job is not null)
                Do(job);
        }

        foreach (var job in _interactive.Concat(_background))
            job.Fail(new InferenceException(InferenceError.Unavailable, "The engine was closed."));
        _ended.SetResult();
    }

    private void Do(Job job)
    {
        try
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            job.Work();
        }
        catch (PreemptedException)
        {
            lock (_lock)
                _background.AddFirst(job);
            _waiting.Release();
        }
        catch (Exception error)
        {
            // Whatever fails, fails for the one who asked; the thread goes on.
            job.Fail(error);
        }
    }

    private static Job? Take(LinkedList<Job> jobs)
    {
        var first = jobs.First;
        if (first is null)
            return null;
        jobs.RemoveFirst();
        return first.Value;
    }

    private sealed record Job(Action Work, Action<Exception> Fail, CancellationToken CancellationToken);
}

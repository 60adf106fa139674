using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>One thread that does all of an engine's work: a person's before background work, otherwise in order of arrival. What is done
/// step by step (texts that are written) goes on between requests.</summary>
internal sealed class WorkQueue : IAsyncDisposable
{
    /// <summary>Steps of background writing for each request of background work.</summary>
    private const int StepsInTurn = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<Job> _interactive = [];
    private readonly LinkedList<Job> _joining = [];
    private readonly LinkedList<Job> _background = [];
    private readonly AutoResetEvent _arrived = new(false);
    private readonly Func<RequestPriority?> _urgency;
    private readonly Action _step;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;
    private int _steps;

    /// <summary>Starts the thread. Whoever types goes before whoever computes.</summary>
    /// <param name="urgency">Who waits for work that is done step by step; null where there is none. Asked on the thread.</param>
    /// <param name="step">Does a step of it.</param>
    public WorkQueue(Func<RequestPriority?> urgency, Action step)
    {
        (_urgency, _step) = (urgency, step);
        new Thread(Run) { IsBackground = true, Name = "inference", Priority = ThreadPriority.BelowNormal }.Start();
    }

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
                return _interactive.Count + _joining.Count + _background.Count;
        }
    }

    /// <summary>Does <paramref name="work"/> when its turn comes.</summary>
    /// <param name="priority">Who waits.</param>
    /// <param name="work">The work.</param>
    /// <param name="joins">Whether it only joins what is done step by step, and so goes before the next step.</param>
    /// <param name="cancellationToken">Leaves it out.</param>
    public Task<T> EnqueueAsync<T>(RequestPriority priority, Func<T> work, bool joins, CancellationToken cancellationToken)
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
            (priority == RequestPriority.Interactive ? _interactive : joins ? _joining : _background).AddLast(job);
        }

        _arrived.Set();
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

        _arrived.Set();
        await _ended.Task.ConfigureAwait(false);
        _arrived.Dispose();
    }

    private void Run()
    {
        LibC.Yield();
        while (true)
        {
            Job? job;
            bool isStep;
            lock (_lock)
            {
                if (_isClosed)
                    break;
                (job, isStep) = Next();
            }

            if (job is not null)
                Do(job);
            else if (isStep)
                _step();
            else
                _arrived.WaitOne();
        }

        foreach (var job in _interactive.Concat(_joining).Concat(_background))
            job.Fail(new InferenceException(InferenceError.Unavailable, "The engine was closed."));
        _ended.SetResult();
    }

    private (Job? Job, bool IsStep) Next()
    {
        if ((Take(_interactive) ?? Take(_joining)) is { } first)
            return (first, false);
        var urgency = _urgency();
        var isStep = urgency == RequestPriority.Interactive
            || (urgency == RequestPriority.Background && (_background.Count == 0 || ++_steps % StepsInTurn != 0));
        return isStep ? (null, true) : (Take(_background), false);
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

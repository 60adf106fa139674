using System.Runtime.CompilerServices;

namespace ReasoningLsp.Inference;

/// <summary>Has several texts written at once: the engine decodes them together, a server has their requests in flight.</summary>
public static class ManyTexts
{
    /// <summary>Most texts at once.</summary>
    public const int AtOnce = 32;

    /// <summary>
    /// Results in the order in which they are ready. When no more is asked for, or one fails, the others are stopped.
    /// </summary>
    /// <param name="begin">Begins one more; null where none can be begun now. Asked again whenever one is ready.</param>
    /// <param name="atOnce">Most at once.</param>
    /// <param name="cancellationToken">Stops all.</param>
    public static async IAsyncEnumerable<T> WriteAsync<T>(Func<CancellationToken, Task<T>?> begin, int atOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task<T>>();
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (running.Count < atOnce && begin(stop.Token) is { } one)
                    running.Add(one);
                if (running.Count == 0)
                    yield break;
                var ready = await Task.WhenAny(running).ConfigureAwait(false);
                running.Remove(ready);
                yield return await ready.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

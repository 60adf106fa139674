using System.Threading.Channels;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>Works on several items at once and hands the results out in the order of the input, with few of them in memory at a
/// time.</summary>
internal static class OrderedWork
{
    /// <summary>Runs <paramref name="work"/> for each item and passes the results to <paramref name="consume"/>, which runs
    /// alone.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was consumed before stays.</exception>
    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items,
        Func<TItem, CancellationToken, ValueTask<TResult>> work,
        Action<TResult> consume,
        int atOnce,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(atOnce)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        var producer = Task.Run(() => ProduceAsync(items, work, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                consume(await result.ConfigureAwait(false));
        }
        finally
        {
            // A consumer that failed must not leave the producer waiting for room.
            await stop.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (channel.Reader.TryRead(out var left))
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ProduceAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, ValueTask<TResult>> work, ChannelWriter<Task<TResult>> writer,
        CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
            {
                var mine = item;
                await writer.WriteAsync(Task.Run(async () => await work(mine, cancellationToken).ConfigureAwait(false), cancellationToken),
                    cancellationToken).ConfigureAwait(false);
            }

            writer.Complete();
        }
        catch (Exception error)
        {
            // The reader must learn why the items end, whatever the reason.
            writer.TryComplete(error);
        }
    }
}

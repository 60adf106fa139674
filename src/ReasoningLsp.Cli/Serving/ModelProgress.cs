using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Cli.Serving;

/// <summary>How far a model is, told a few times a second. Thread-safe.</summary>
/// <param name="report">Told in words, and in percent where that is known.</param>
/// <param name="expected">Bytes of all files together, about, or null.</param>
/// <param name="clock">Time.</param>
internal sealed class ModelProgress(Action<string, int?> report, long? expected, TimeProvider clock) : IModelWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _files = new(StringComparer.Ordinal);
    private long _last;
    private int _percent;

    /// <inheritdoc/>
    public void Arrived(DownloadProgress progress)
    {
        lock (_lock)
        {
            _files[progress.File] = progress.Bytes;
            if (progress.Trouble is { } trouble)
            {
                report($"{progress.File}: {trouble}", expected is null ? null : _percent);
                return;
            }

            if (_last != 0 && clock.GetElapsedTime(_last) < Pause && progress.Bytes != progress.Total)
                return;
            _last = clock.GetTimestamp();
            var share = progress.Total is > 0 and var total
                ? string.Create(CultureInfo.InvariantCulture, $" of {Megabytes(total)} MB") : " MB";
            // Of what the catalogue says about; the end is told when it is there.
            _percent = expected is > 0 and var all
                ? Math.Max(_percent, (int)Math.Min(99, 100.0 * _files.Values.Sum() / all)) : _percent;
            report($"{progress.File}: {Megabytes(progress.Bytes)}{share}", expected is null ? null : _percent);
        }
    }

    /// <inheritdoc/>
    public void Stage(string what) => report($"{what}…", null);

    private static string Megabytes(long bytes) =>
        bytes < 10_000_000 ? (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)
            : (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}

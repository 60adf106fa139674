using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference.Download;

namespace ReasoningLsp.Cli.Models;

/// <summary>The progress of a download, a line a second, where a person reads it; and each time that it is asked for again.</summary>
internal sealed class Shown(ProgramHost host) : IProgress<DownloadProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long _last;

    public void Report(DownloadProgress value)
    {
        host.ModelWork?.Arrived(value);
        if (value.Trouble is { } trouble)
        {
            if (host.ModelWork is null)
                host.Error.WriteLine($"{value.File}: {trouble}");
            return;
        }

        if (!host.ErrorIsTerminal || (_last != 0 && host.Clock.GetElapsedTime(_last) < Pause))
            return;
        _last = host.Clock.GetTimestamp();
        var share = value.Total is > 0 and var total
            ? string.Create(CultureInfo.InvariantCulture, $" of {total >> 20:N0} MB ({100.0 * value.Bytes / total:0} %)") : " MB";
        host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Bytes >> 20:N0}{share}"));
    }
}

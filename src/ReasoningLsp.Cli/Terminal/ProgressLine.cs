using System.Globalization;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>One line on standard error that tells how far a long run has come. Shown only to a person.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ProgramHost _host;
    private readonly long _start;
    private long _last;
    private bool _isShown;

    /// <summary>A line that appears after the first second.</summary>
    public ProgressLine(ProgramHost host)
    {
        _host = host;
        _start = _last = host.Clock.GetTimestamp();
    }

    /// <summary>Brings the line up to date, a few times a second.</summary>
    public void Show(ReviewSummary summary, string? file) =>
        Show(() => $"{Plural.Of(summary.Traces, "trace")} reviewed, {summary.FlaggedTraces} flagged  {file}");

    /// <summary>Brings it up to date: completions written of those there will be at most, how fast, how long the rest takes.</summary>
    public void Show(int done, int all, int tokens) => Show(() =>
    {
        var seconds = Math.Max(0.001, _host.Clock.GetElapsedTime(_start).TotalSeconds);
        var left = done == 0 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds(seconds * (all - done) / done):m\\:ss} left");
        return string.Create(CultureInfo.InvariantCulture,
            $"{ScoreBars.Bar(all == 0 ? 1 : (double)done / all)} {done} of {Plural.Of(all, "completion")}, "
                + $"{Plural.Of(tokens, "token")}, {tokens / seconds:0.0} a second{left}");
    });

    /// <summary>Takes the line away, so that something else can be written.</summary>
    public void Clear()
    {
        if (!_isShown)
            return;
        _host.Error.Write("\r\u001b[K");
        _host.Error.Flush();
        _isShown = false;
    }

    private void Show(Func<string> say)
    {
        if (!_host.ErrorIsTerminal || _host.Clock.GetElapsedTime(_start) < Patience
            || (_isShown && _host.Clock.GetElapsedTime(_last) < Interval))
            return;
        _last = _host.Clock.GetTimestamp();
        var text = VisibleText.Of(say());
        _host.Error.Write($"\r\u001b[K{DisplayWidth.Clip(text, _host.Width - 1)}");
        _host.Error.Flush();
        _isShown = true;
    }
}

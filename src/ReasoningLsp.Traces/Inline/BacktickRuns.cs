namespace ReasoningLsp.Traces.Inline;

/// <summary>Pairs the backtick runs of one paragraph: each with the next of the same length.</summary>
internal readonly struct BacktickRuns
{
    private readonly Dictionary<int, (int Length, int CloseEnd)>? _runs;

    public BacktickRuns(string text, int start, int end)
    {
        var starts = new List<(int At, int Length)>();
        for (var at = start; at < end; at++)
        {
            var found = text.AsSpan(at, end - at).IndexOf('`');
            if (found < 0)
                break;
            at += found;
            var from = at;
            while (at < end && text[at] == '`')
                at++;
            starts.Add((from, at - from));
        }

        if (starts.Count == 0)
        {
            _runs = null;
            return;
        }

        _runs = [];
        var next = new Dictionary<int, int>();
        for (var index = starts.Count - 1; index >= 0; index--)
        {
            var (at, length) = starts[index];
            _runs[at] = (length, next.TryGetValue(length, out var close) ? close + length : -1);
            next[length] = at;
        }
    }

    /// <summary>The length of the run that starts at <paramref name="at"/> and the end of its partner, or -1.</summary>
    public (int Length, int CloseEnd) At(int at) => _runs is not null && _runs.TryGetValue(at, out var run) ? run : (1, -1);
}

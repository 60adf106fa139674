using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Composites;
using ReasoningLsp.Runs.Routing;

namespace ReasoningLsp.Runs.Desks;

/// <summary>Many solutions in the order in which a person should look at them. Rows come while they are read; the order of the list stands
/// until it is asked for anew, so that nothing moves under a person's eyes. Thread-safe.</summary>
public sealed class Desk
{
    private readonly Lock _gate = new();
    private ImmutableList<DeskRow> _rows = [];
    private ImmutableArray<QueueItem> _queue = [];
    private ImmutableArray<DeskGroup> _groups = [];
    private Dictionary<int, QueueItem> _items = [];
    private ImmutableArray<int> _view = [];
    private ILookup<string, int> _same = Enumerable.Empty<int>().ToLookup(_ => string.Empty);

    /// <summary>Whether all are read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The solutions in the order in which they were read.</summary>
    public ImmutableList<DeskRow> Rows
    {
        get
        {
            lock (_gate)
                return _rows;
        }
    }

    /// <summary>The rows that are listed, in the order of the list.</summary>
    public ImmutableArray<int> View
    {
        get
        {
            lock (_gate)
                return _view;
        }
    }

    /// <summary>Mistakes that several solutions share, the most frequent first; none before all are read.</summary>
    public ImmutableArray<DeskGroup> Groups => _groups;

    /// <summary>Takes in what was read.</summary>
    public void Add(IEnumerable<DeskRow> rows)
    {
        lock (_gate)
            _rows = _rows.AddRange(rows);
    }

    /// <summary>All are read: puts them in order.</summary>
    /// <param name="decisions">What people said so far.</param>
    /// <param name="composite">What was fitted from all signals, or null.</param>
    public void Complete(DecisionLog decisions, Composite? composite = null)
    {
        var rows = Rows;
        var queue = Queue.Of([.. rows.Select(row => row.Entry)], decisions, int.MaxValue, composite);
        ImmutableArray<DeskGroup> groups =
        [
            .. rows.SelectMany((row, at) => row.Entry.Findings.Select(finding => (Row: at, Finding: finding)))
                .GroupBy(member => member.Finding.Key).Select(group => new DeskGroup(group.Key, [.. group]))
                .Where(group => group.Rows.Skip(1).Any())
                .OrderByDescending(group => group.Rows.Count()).ThenBy(group => group.Key, StringComparer.Ordinal),
        ];
        var same = Enumerable.Range(0, rows.Count).Where(at => rows[at].Entry.Steps > 0)
            .GroupBy(at => rows[at].Solution.Hash, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
            .SelectMany(group => group.Select(at => (group.Key, at))).ToLookup(each => each.Key, each => each.at, StringComparer.Ordinal);
        lock (_gate)
        {
            (_queue, _groups, _items, _same) = (queue, groups, queue.ToDictionary(item => item.At), same);
            IsComplete = true;
        }
    }

    /// <summary>Lists them anew.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="group">Those that share this mistake alone, or null.</param>
    /// <param name="decisions">What people said so far.</param>
    public void List(DeskFilter filter, string? group, DecisionLog decisions)
    {
        var (rows, queue) = (Rows, _queue);
        var first = queue.Select(item => item.At);
        var all = first.Concat(Enumerable.Range(0, rows.Count).Except(first));
        if (group is not null)
        {
            var members = _groups.FirstOrDefault(each => each.Key == group)?.Rows.ToHashSet() ?? [];
            all = all.Where(members.Contains);
        }

        ImmutableArray<int> view = [.. filter switch
        {
            DeskFilter.Flagged => all.Where(row => rows[row].IsFlagged(decisions)),
            DeskFilter.Undecided => all.Where(row => !rows[row].IsDecided(decisions)),
            _ => all,
        }];
        lock (_gate)
            _view = view;
    }

    /// <summary>The other rows whose text is that of a row, word for word; none before all are read.</summary>
    public IEnumerable<int> SameAs(int row)
    {
        lock (_gate)
            return _rows[row].Entry.Steps == 0 ? [] : _same[_rows[row].Solution.Hash].Where(other => other != row);
    }

    /// <summary>Why a row stands where it does, or null.</summary>
    public QueueItem? ItemOf(int row)
    {
        lock (_gate)
            return _items.GetValueOrDefault(row);
    }
}

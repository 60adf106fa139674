using System.Collections.Immutable;
using ReasoningLsp.Inference.Native;

namespace ReasoningLsp.Inference.Engine;

/// <summary>
/// The texts held in a cache, as a tree over tokens: what several texts begin with is held once. A request goes on from the
/// longest beginning that is held; where room is short, the text unused for longest goes. Not thread-safe.
/// </summary>
internal sealed class PrefixTree(ContextHandle context, int capacity, int sequences)
{
    private readonly List<CachedSequence> _sequences = [];
    private readonly SortedSet<int> _free = [.. Enumerable.Range(0, sequences)];
    private int _cells;
    private long _clock;

    /// <summary>Tokens held.</summary>
    public int Held => _cells;

    /// <summary>
    /// A sequence that holds as much of the beginning of <paramref name="tokens"/> as can be used, pinned.
    /// <paramref name="usable"/> says how much of a common beginning is of use, because something may have to be read within it.
    /// </summary>
    public CachedSequence Open(ReadOnlySpan<int> tokens, Func<CachedSequence, int, int> usable)
    {
        CachedSequence? best = null;
        var length = 0;
        foreach (var sequence in _sequences)
        {
            var common = usable(sequence, sequence.CommonWith(tokens));
            if (common > length)
                (best, length) = (sequence, common);
        }

        // What somebody works on is shared and not taken over.
        var opened = best is { IsPinned: false } && best.Tokens.Count == length ? best : Branch(best, length);
        opened.IsPinned = true;
        opened.Used = ++_clock;
        return opened;
    }

    /// <summary>A new, pinned sequence that shares the first <paramref name="length"/> tokens of <paramref name="source"/>.</summary>
    public CachedSequence Branch(CachedSequence? source, int length)
    {
        if (_free.Count == 0)
        {
            var wasPinned = source?.IsPinned;
            source?.IsPinned = true;
            EvictOne();
            source?.IsPinned = wasPinned!.Value;
        }

        var branch = new CachedSequence(_free.Min) { IsPinned = true, Used = ++_clock };
        _free.Remove(branch.Id);
        _sequences.Add(branch);
        if (source is null || length == 0)
            return branch;
        context.Share(source.Id, branch.Id, length);
        branch.Tokens.AddRange(source.Tokens.Take(length));
        foreach (var cell in source.Cells.Take(length))
        {
            cell.Holders++;
            branch.Cells.Add(cell);
        }

        return branch;
    }

    /// <summary>Makes room for so many tokens more; false where what is pinned leaves too little.</summary>
    public bool MakeRoom(int count)
    {
        while (_cells + count > capacity)
        {
            if (!_sequences.Any(sequence => !sequence.IsPinned))
                return false;
            EvictOne();
        }

        return true;
    }

    /// <summary>How many tokens of a text are held already.</summary>
    public int HeldOf(ReadOnlySpan<int> tokens)
    {
        var most = 0;
        foreach (var sequence in _sequences)
            most = Math.Max(most, sequence.CommonWith(tokens));
        return most;
    }

    /// <summary>Takes a sequence up again that was left; false where it was forgotten, or another request works on it or went on with
    /// it.</summary>
    public bool TryPin(CachedSequence sequence, int length)
    {
        if (sequence.IsDropped || sequence.IsPinned || sequence.Tokens.Count != length)
            return false;
        sequence.IsPinned = true;
        sequence.Used = ++_clock;
        return true;
    }

    /// <summary>Notes that a token was decoded.</summary>
    public Cell Append(CachedSequence sequence, int token)
    {
        var cell = new Cell { Holders = 1 };
        sequence.Tokens.Add(token);
        sequence.Cells.Add(cell);
        _cells++;
        return cell;
    }

    /// <summary>Forgets the tokens of a sequence behind the first <paramref name="length"/>, and all of it where another begins
    /// with these.</summary>
    public void Shorten(CachedSequence sequence, int length)
    {
        if (sequence.Tokens.Count <= length)
            return;
        if (length == 0 || sequence.Cells[length - 1].Holders > 1)
        {
            Drop(sequence);
            return;
        }

        Release(sequence, length);
        sequence.Tokens.RemoveRange(length, sequence.Tokens.Count - length);
        sequence.Cells.RemoveRange(length, sequence.Cells.Count - length);
    }

    /// <summary>Forgets a sequence.</summary>
    public void Drop(CachedSequence sequence)
    {
        Release(sequence, 0);
        _sequences.Remove(sequence);
        _free.Add(sequence.Id);
        sequence.IsDropped = true;
    }

    /// <summary>Forgets every sequence that no request works on.</summary>
    public void DropUnpinned()
    {
        foreach (var sequence in _sequences.Where(sequence => !sequence.IsPinned).ToImmutableArray())
            Drop(sequence);
    }

    // Cells that no other holds are free.
    private void Release(CachedSequence sequence, int from)
    {
        context.Remove(sequence.Id, from);
        foreach (var cell in sequence.Cells.Skip(from))
            _cells -= --cell.Holders == 0 ? 1 : 0;
    }

    private void EvictOne() => Drop(_sequences.Where(sequence => !sequence.IsPinned).MinBy(sequence => sequence.Used)
        ?? throw new InferenceException(InferenceError.BadRequest, "More texts are compared at once than the engine can tell apart."));
}

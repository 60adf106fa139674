namespace ReasoningLsp.Runs.Storage;

/// <summary>The lines of a run one after the other, as bytes, in the memory of the longest.</summary>
internal sealed class PartLines(string path) : IDisposable
{
    private readonly FileStream _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
    private byte[] _buffer = new byte[1 << 18];
    private int _start, _length, _end;

    /// <summary>The line with its line end.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>The input that the line is of.</summary>
    public long Unit { get; private set; } = -1;

    /// <summary>Goes to the next line.</summary>
    /// <exception cref="FormatException">There is something that is no line of a run.</exception>
    public bool MoveNext()
    {
        _start += _length;
        _length = 0;
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _length = searched + found + 1 - _start;
                Unit = RunTail.UnitOf(Current[..^1]) is { } unit && unit >= Unit ? unit
                    : throw new FormatException($"{path} holds what is no line of a run; remove it and make that part again.");
                return true;
            }

            searched = _end;
            var moved = _start;
            if (!Fill())
                return _end == _start ? false
                    : throw new FormatException($"{path} ends within a line; remove it and make that part again.");
            searched -= moved - _start;
        }
    }

    public void Dispose() => _stream.Dispose();

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}

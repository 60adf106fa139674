using System.Text;

namespace ReasoningLsp.Traces.Files;

/// <summary>Cuts a stream of UTF-8 into lines.</summary>
internal sealed class ByteLines
{
    private const int SmallestRead = 4096;

    // A device that never ends a line is no file of lines.
    private const long MostReadOver = 1L << 30;

    private readonly int _longest;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end, _lineEnd;
    private bool _isAtEnd;

    public ByteLines(Stream stream, int longest)
    {
        _longest = longest;
        _stream = stream;
        while (_end < 4 && Fill(stream))
        {
        }

        if (TraceFile.EncodingOf(_buffer.AsSpan(0, _end)) is not { } encoding)
            return;
        _start = encoding.GetPreamble().Length;
        if (encoding is UTF8Encoding)
            return;
        var head = _buffer[_start.._end];
        _stream = Encoding.CreateTranscodingStream(new HeadedStream(head, stream), encoding, new UTF8Encoding(false), leaveOpen: true);
        _start = _end = 0;
        _isAtEnd = false;
    }

    /// <summary>The line without its line end; empty where it is too long.</summary>
    public ReadOnlySpan<byte> Current => IsTooLong ? [] : _buffer.AsSpan(_start, _lineEnd - _start);

    public bool IsTooLong { get; private set; }

    public bool HasLineEnd { get; private set; }

    private int _next;

    public bool MoveNext()
    {
        _start = Math.Max(_start, _next);
        IsTooLong = false;
        long readOver = 0;
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Stop(searched + found, true);
            if (_end - _start > (IsTooLong ? 0 : _longest))
            {
                IsTooLong = true;
                readOver += _end - _start;
                if (readOver > MostReadOver)
                    throw new IOException($"it has a line of more than {MostReadOver >> 30} GiB, as no file of records has.");
                _start = _end; // the rest of the line is read over, not kept
            }

            searched = _end;
            var moved = _start;
            if (!Fill(_stream))
                return (_end > _start || IsTooLong) && Stop(_end, false);
            searched -= moved - _start;
        }
    }

    private bool Stop(int lineEnd, bool hasLineEnd)
    {
        _lineEnd = lineEnd;
        _next = lineEnd + (hasLineEnd ? 1 : 0);
        HasLineEnd = hasLineEnd;
        return true;
    }

    private bool Fill(Stream stream)
    {
        if (_isAtEnd)
            return false;
        if (_start > 0 && _buffer.Length - _end < SmallestRead)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = _next = 0;
        }

        if (_buffer.Length - _end < SmallestRead)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return read > 0;
    }

    /// <summary>Bytes already read, then the stream they came from.</summary>
    private sealed class HeadedStream(byte[] head, Stream rest) : ForwardStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var taken = Math.Min(buffer.Length, head.Length - _at);
            if (taken == 0)
                return rest.Read(buffer);
            head.AsSpan(_at, taken).CopyTo(buffer);
            _at += taken;
            return taken;
        }
    }
}

using System.IO.Compression;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>What a file packed with gzip holds, and an error where it was cut off: the framework's own stream ends there in silence. Behind
/// the file an archive of our own is read, which comes to light only if the file's is whole.</summary>
internal sealed class UnpackedFile : ForwardStream
{
    private const string Cut = "the archive is cut off or damaged; copy or download it again, or pack it anew.";

    private static readonly byte[] s_mark = [.. Guid.Parse("5d6f6a0e-52a7-4e0a-9a07-3c1d8a5be6f1").ToByteArray()];

    private readonly GZipStream _unpacked;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _isOver;

    /// <summary>Unpacks <paramref name="file"/>, which is closed with this.</summary>
    public UnpackedFile(Stream file)
    {
        _unpacked = new GZipStream(new Followed(file, Packed()), CompressionMode.Decompress);
    }

    /// <summary>Whether a file begins as a packed one does.</summary>
    public static bool BeginsAt(string? path)
    {
        if (path is null || !File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back, for they may be the mark.
        while (!_isOver && _end - _start <= s_mark.Length)
            Fill();
        var read = Math.Min(buffer.Length, _isOver ? _end - _start : _end - _start - s_mark.Length);
        _buffer.AsSpan(_start, read).CopyTo(buffer);
        _start += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(s_mark);
        return packed.ToArray();
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read;
        try
        {
            read = _unpacked.Read(_buffer.AsSpan(_end));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(Cut, error);
        }

        _end += read;
        if (read > 0)
            return;
        if (!_buffer.AsSpan(0, _end).EndsWith(s_mark))
            throw new InvalidDataException(Cut);
        _end -= s_mark.Length;
        _isOver = true;
    }

    /// <summary>A file and bytes behind it.</summary>
    private sealed class Followed(Stream file, byte[] then) : ForwardStream
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            if (file.Read(buffer) is > 0 and var read)
                return read;
            var more = Math.Min(buffer.Length, then.Length - _given);
            then.AsSpan(_given, more).CopyTo(buffer);
            _given += more;
            return more;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
            base.Dispose(disposing);
        }
    }
}

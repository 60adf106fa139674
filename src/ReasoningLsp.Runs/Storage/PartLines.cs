using System.Globalization;
using System.Security.Cryptography;

namespace ReasoningLsp.Runs.Storage;

/// <summary>The lines of a run or of a part one after the other, as bytes, in the memory of the longest: every input that it must hold, in
/// order.</summary>
/// <param name="folder">The run.</param>
/// <param name="shard">The part.</param>
/// <param name="inputs">How many inputs the whole run has, or null where that is not known.</param>
internal sealed class PartLines(RunFolder folder, Shard shard, long? inputs) : IDisposable
{
    private readonly FileStream _stream = new(folder.Part(shard), FileMode.Open, FileAccess.Read, FileShare.Read, 1,
        FileOptions.SequentialScan);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[1 << 18];
    private int _start, _length, _end;
    private long _line;

    /// <summary>The line with its line end.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    /// <summary>The input that the line is of.</summary>
    public long Unit { get; private set; } = -1;

    /// <summary>The hash of what was read, as hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>What is wrong with the lines of a part, or null.</summary>
    public static DamagedRunException? Damage(RunFolder folder, Shard shard, long? inputs)
    {
        using var lines = new PartLines(folder, shard, inputs);
        try
        {
            while (lines.MoveNext())
            {
                if (!RunTail.IsJson(lines.Current))
                    return lines.Damaged("is no line of a run");
            }

            return null;
        }
        catch (DamagedRunException error)
        {
            return error;
        }
    }

    /// <summary>Goes to the next line.</summary>
    /// <exception cref="DamagedRunException">There is something that is no line of a run, or one is missing.</exception>
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
                _line++;
                Unit = Checked(RunTail.UnitOf(Current[..^1]) ?? throw Damaged("is no line of a run"));
                return true;
            }

            searched = _end;
            var moved = _start;
            if (!Fill())
                return IsMore();
            searched -= moved - _start;
        }
    }

    /// <summary>That something is wrong with the part.</summary>
    public DamagedRunException Damaged(string what, bool isOfLine = true)
    {
        var line = isOfLine ? string.Create(CultureInfo.InvariantCulture, $":{_line}") : string.Empty;
        return new($"{folder.Part(shard)}{line} {what}. The command that made it mends it: {folder.Remedy(shard)}.");
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private long Expected => Unit < 0 ? shard.Index : Unit + shard.Count;

    private long Checked(long unit) => unit == Unit || unit == Expected && !(unit >= inputs) ? unit
        : throw Damaged(Expected >= inputs ? "is one too many: all inputs of the part stand before it"
            : string.Create(CultureInfo.InvariantCulture, $"is of input {unit + 1}, where input {Expected + 1} should stand"));

    private bool IsMore()
    {
        if (_end > _start)
        {
            _line++;
            throw Damaged("is cut off: the file ends within the line");
        }

        if (inputs is not { } all || Expected >= all)
            return false;
        throw Damaged(string.Create(CultureInfo.InvariantCulture,
            $"is the last line: inputs from {Expected + 1} on are missing; of {all} it must hold {Held(all)}, and holds {Held(Unit + 1)}"));
    }

    private long Held(long upTo) => Math.Max(0, (upTo - shard.Index + shard.Count - 1) / shard.Count);

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
        _hash.AppendData(_buffer, _end, read);
        _end += read;
        return read > 0;
    }
}

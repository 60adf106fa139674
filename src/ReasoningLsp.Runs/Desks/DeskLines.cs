using System.Buffers;
using Microsoft.Win32.SafeHandles;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Runs.Desks;

/// <summary>The lines of a desk, read one by one or all in order; their texts are nowhere else. Thread-safe.</summary>
public sealed class DeskLines(string path) : IDisposable
{
    private const int RowsAtATime = 512;

    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>All rows in order, several at a time, worked out on every core.</summary>
    /// <exception cref="DamagedRunException">A line is none of a run.</exception>
    /// <exception cref="IOException">The lines cannot be read.</exception>
    public IEnumerable<IReadOnlyList<DeskRow>> Rows(CancellationToken cancellationToken) =>
        Lines(cancellationToken).Chunk(RowsAtATime).Select(lines => (IReadOnlyList<DeskRow>)
            [.. lines.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(each => (each.Number, Row: DeskRow.Of(each.Offset, each.Line))).ToList().Select(each => each.Row ?? throw new
                    DamagedRunException($"{path}:{each.Number} is no line of a run; the command that made the run mends it."))]);

    /// <summary>The line of a row.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] Line(DeskRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var line = new byte[row.Length];
        for (var read = 0; read < line.Length;)
        {
            var more = RandomAccess.Read(_file, line.AsSpan(read), row.Offset + read);
            read += more > 0 ? more : throw new EndOfStreamException($"{path} is shorter than it was; open it again.");
        }

        return line;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // Half a line at the end is one that is being written.
    private IEnumerable<(long Number, long Offset, byte[] Line)> Lines(CancellationToken cancellationToken)
    {
        var number = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            for (var (start, end, offset) = (0, 0, 0L); ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (start > 0)
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                (offset, end, start) = (offset + start, end - start, 0);
                if (end == buffer.Length)
                {
                    var longer = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, end).CopyTo(longer);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = longer;
                }

                var read = RandomAccess.Read(_file, buffer.AsSpan(end), offset + end);
                if (read == 0)
                    yield break;
                end += read;
                for (int length; (length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
                {
                    number++;
                    if (length > 0)
                        yield return (number, offset + start, buffer.AsSpan(start, length).ToArray());
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

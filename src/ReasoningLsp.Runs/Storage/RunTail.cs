using System.Buffers.Text;
using System.Text.Json;

namespace ReasoningLsp.Runs.Storage;

/// <summary>Where a part that was interrupted goes on.</summary>
/// <param name="Length">Bytes that are kept.</param>
/// <param name="NextUnit">The input to go on with.</param>
internal readonly record struct RunTail(long Length, long NextUnit)
{
    private const int FirstRead = 1 << 20;

    /// <summary>How every line of a run begins.</summary>
    public static ReadOnlySpan<byte> Prefix => "{\"unit\":"u8;

    /// <summary>
    /// Looks through the lines of an interrupted part. The last input is done again, because it may have more lines than were written;
    /// what follows a line that is none (a machine lost its power) or that lacks the one before is done again too.
    /// </summary>
    public static RunTail Of(Stream stream, Shard shard)
    {
        var buffer = new byte[FirstRead];
        long offset = 0, unit = -1, unitStart = 0;
        var held = 0;
        while (stream.Read(buffer, held, buffer.Length - held) is > 0 and var read)
        {
            held += read;
            var start = 0;
            while (buffer.AsSpan(start, held - start).IndexOf((byte)'\n') is >= 0 and var end)
            {
                var next = unit < 0 ? shard.Index : unit + shard.Count;
                if (UnitOf(buffer.AsSpan(start, end)) is not { } found || found != unit && found != next
                    || !IsJson(buffer.AsSpan(start, end)))
                    return At(unitStart, unit);
                if (found > unit)
                    (unit, unitStart) = (found, offset + start);
                start += end + 1;
            }

            buffer.AsSpan(start, held - start).CopyTo(buffer);
            offset += start;
            held -= start;
            if (held == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }

        return At(unitStart, unit);
    }

    /// <summary>The number of the input that a line is of, or null where it is no line of a run.</summary>
    public static long? UnitOf(ReadOnlySpan<byte> line) =>
        line.StartsWith(Prefix) && line.EndsWith("}"u8) && Utf8Parser.TryParse(line[Prefix.Length..], out long unit, out _) ? unit : null;

    /// <summary>Whether a line can be read.</summary>
    public static bool IsJson(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            while (json.Read())
            {
                // Only whether it can be read counts.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RunTail At(long start, long unit) => new(start, Math.Max(unit, 0));
}

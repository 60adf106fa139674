namespace ReasoningLsp.Runs.Storage;

/// <summary>The lines of a run, or of one part of it, as they are written. Not thread-safe.</summary>
/// <remarks>Lines are appended in the order of the inputs, so what stands there tells what was done: a process that is killed leaves at
/// worst half a line, which the next one cuts off.</remarks>
public sealed class RunPart : IDisposable
{
    private static readonly TimeSpan s_flushEvery = TimeSpan.FromSeconds(1);

    private readonly RunFolder _folder;
    private readonly Shard _shard;
    private readonly FileStream _lock;
    private readonly FileStream _stream;
    private readonly TimeProvider _clock;
    private long _flushed;

    private RunPart(RunFolder folder, Shard shard, FileStream held, FileStream stream, TimeProvider clock, long next)
    {
        (_folder, _shard, _lock, _stream, _clock, NextUnit) = (folder, shard, held, stream, clock, next);
        _flushed = clock.GetTimestamp();
    }

    /// <summary>The first input that is still to be done; inputs of other parts count too.</summary>
    public long NextUnit { get; private set; }

    /// <summary>Opens a part to go on where it ended, or to begin.</summary>
    /// <exception cref="IOException">It cannot be written, or another process is writing it.</exception>
    public static RunPart Open(RunFolder folder, Shard shard, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(folder.Path);
        // A file of its own, because what keeps other writers out on Unix keeps readers out too. It goes with whoever holds it.
        var held = new FileStream(folder.Partial(shard) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
            FileOptions.DeleteOnClose);
        FileStream? stream = null;
        try
        {
            stream = new FileStream(folder.Partial(shard), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            var tail = RunTail.Of(stream, shard);
            stream.SetLength(tail.Length);
            stream.Seek(0, SeekOrigin.End);
            return new RunPart(folder, shard, held, stream, clock, tail.NextUnit);
        }
        catch
        {
            stream?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Appends the lines of one input.</summary>
    /// <param name="unit">Its number; they rise.</param>
    /// <param name="lines">At least one, each with its line end.</param>
    public void Add(long unit, ReadOnlySpan<byte> lines)
    {
        _stream.Write(lines);
        NextUnit = unit + 1;
        if (_clock.GetElapsedTime(_flushed) < s_flushEvery)
            return;
        // What is slow to compute should not wait in a buffer for a kill.
        _stream.Flush();
        _flushed = _clock.GetTimestamp();
    }

    /// <summary>Whether a part is complete and as it was written. One that is damaged is opened again, to go on before the damage.
    /// </summary>
    public static bool IsSealed(RunFolder folder, Shard shard, RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(settings);
        var part = folder.Part(shard);
        if (!File.Exists(part))
            return false;
        try
        {
            var seal = PartSeal.Read(folder, shard, settings);
            if (PartSeal.Of(part, seal.Inputs, settings).Sha256 == seal.Sha256)
                return true;
            if (PartLines.Damage(folder, shard, seal.Inputs) is not null)
            {
                File.Move(part, folder.Partial(shard), overwrite: true);
                return false;
            }
        }
        catch (DamagedRunException)
        {
            // Another run's, or nobody knows whose.
        }

        // Where no line tells what is wrong, none is worth keeping.
        File.Delete(part);
        return false;
    }

    /// <summary>Says that nothing is missing.</summary>
    /// <param name="inputs">How many inputs the whole run has.</param>
    /// <param name="settings">What produced it.</param>
    public void Commit(long inputs, RunSettings settings)
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        if (!_shard.IsWhole)
            PartSeal.Of(_folder.Partial(_shard), inputs, settings).Write(_folder, _shard);
        File.Move(_folder.Partial(_shard), _folder.Part(_shard), overwrite: true);
        _lock.Dispose();
    }

    /// <summary>Leaves what was written, to be gone on with.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _lock.Dispose();
    }
}

namespace ReasoningLsp.Runs.Storage;

/// <summary>Whether the lines of a complete run are those that its summary is of.</summary>
public static class RunCheck
{
    /// <summary>Makes sure of it as far as the length tells, which costs nothing.</summary>
    /// <exception cref="DamagedRunException">They are not; the message names the line, where one tells.</exception>
    public static void Need(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var summary = RunSummary.Read(folder);
        if (summary.Bytes is { } bytes && new FileInfo(folder.Traces).Length != bytes)
            throw Damage(folder, summary);
    }

    /// <summary>Makes sure of it by the hash, which reads all.</summary>
    /// <exception cref="DamagedRunException">They are not.</exception>
    public static void NeedAll(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var summary = RunSummary.Read(folder);
        if (FileHash.Of(folder.Traces).Sha256 != summary.Sha256)
            throw Damage(folder, summary);
    }

    /// <summary>Whether the run is complete and undamaged. One that is damaged is opened again, to go on before the damage.</summary>
    /// <exception cref="DamagedRunException">The lines were changed, and none tells where.</exception>
    public static bool IsWhole(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            if (folder.IsComplete)
            {
                NeedAll(folder);
                return true;
            }
        }
        catch (DamagedRunException)
        {
            if (UnitsOf(folder) is { } units && PartLines.Damage(folder, Shard.Whole, units) is null)
            {
                throw new DamagedRunException($"{folder.Traces} was changed after the run was complete, and no line tells where: remove "
                    + $"the run with `reasoning-lsp run remove {folder.Name}` and make it anew.");
            }
        }

        if (File.Exists(folder.Traces))
            File.Move(folder.Traces, folder.Partial(Shard.Whole), overwrite: true);
        File.Delete(folder.Summary);
        return false;
    }

    private static long? UnitsOf(RunFolder folder)
    {
        try
        {
            return RunSummary.Read(folder).Units;
        }
        catch (DamagedRunException)
        {
            return null;
        }
    }

    private static DamagedRunException Damage(RunFolder folder, RunSummary summary) =>
        PartLines.Damage(folder, Shard.Whole, summary.Units)
            ?? new DamagedRunException($"{folder.Traces} was changed after the run was complete. {RunFolder.MendedBy(folder)}.");
}

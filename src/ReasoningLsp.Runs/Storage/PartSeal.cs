using System.Text.Json;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Runs.Storage;

/// <summary>Stands beside a complete part and says of what it is and what it holds, so that none that is cut off, doubled or another
/// run's is merged.</summary>
/// <param name="Inputs">How many inputs the whole run has.</param>
/// <param name="Sha256">The hash of the part's lines.</param>
/// <param name="Settings">What produced them.</param>
internal sealed record PartSeal(long Inputs, string Sha256, RunSettings Settings)
{
    /// <summary>The seal of lines as they lie there.</summary>
    public static PartSeal Of(string path, long inputs, RunSettings settings) => new(inputs, FileHash.Of(path).Sha256, settings);

    /// <summary>The seal of a part.</summary>
    /// <exception cref="DamagedRunException">There is none, or it is of another run.</exception>
    public static PartSeal Read(RunFolder folder, Shard shard, RunSettings settings)
    {
        var path = folder.Seal(shard);
        PartSeal? seal = null;
        try
        {
            if (File.Exists(path))
                seal = JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.PartSeal);
        }
        catch (JsonException)
        {
            // The same as none.
        }

        if (seal is null or { Sha256: null } or { Settings.Inputs.IsDefault: true } or { Settings.Options: null })
        {
            throw new DamagedRunException($"{folder.Part(shard)} has no {System.IO.Path.GetFileName(path)} beside it, which says that the "
                + $"part is complete and of what: copy both from where the part was made, or make it again: {folder.Remedy(shard)}.");
        }

        return seal.Settings.Difference(settings) is not { } difference ? seal
            : throw new DamagedRunException($"{folder.Part(shard)} is no part of this run: {difference}. Make the part again: "
                + $"{folder.Remedy(shard)}.");
    }

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(RunFolder folder, Shard shard) =>
        AtomicFile.Write(folder.Seal(shard), [.. JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.PartSeal), (byte)'\n']);
}

using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Runs.Storage;

/// <summary>What a run was made of and with; the same settings make the same lines.</summary>
public sealed record RunSettings
{
    /// <summary>The number of the form of a run's files.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>A hash of the program's parts that judge: another build may judge otherwise.</summary>
    public required string Program { get; init; }

    /// <summary>What was asked for, as names and values of options.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary>A hash of what is configured where the inputs stand.</summary>
    public required string Configuration { get; init; }

    /// <summary>What was reviewed, in order.</summary>
    public required ImmutableArray<RunInput> Inputs { get; init; }

    /// <summary>The settings of a run.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="DamagedRunException">They are none.</exception>
    public static RunSettings Read(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(folder.Settings), RunJson.Default.RunSettings)
                is { Inputs.IsDefault: false, Options: not null } read)
                return read;
        }
        catch (JsonException)
        {
            // The same as one that says nothing.
        }

        throw new DamagedRunException($"{folder.Settings} does not say any more what the run was made of: remove the run with "
            + $"`reasoning-lsp run remove {folder.Name}` and make it anew.");
    }

    /// <summary>Writes them, whole or not at all.</summary>
    public void Write(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder.Path);
        AtomicFile.Write(folder.Settings, [.. JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.RunSettings), (byte)'\n']);
    }

    /// <summary>What differs in <paramref name="other"/>, for a sentence; null where the two make the same lines.</summary>
    public string? Difference(RunSettings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Program != other.Program || Version != other.Version)
            return $"it was begun with another build of the program ({Version})";
        foreach (var name in Options.Keys.Union(other.Options.Keys).Order(StringComparer.Ordinal))
        {
            if (Options.GetValueOrDefault(name) != other.Options.GetValueOrDefault(name))
                return $"it was begun with {name} = {Options.GetValueOrDefault(name) ?? "nothing"}, not "
                    + $"{other.Options.GetValueOrDefault(name) ?? "nothing"}";
        }

        if (Configuration != other.Configuration)
            return "what is configured has changed since it was begun";
        for (var at = 0; at < Math.Max(Inputs.Length, other.Inputs.Length); at++)
        {
            if (at >= Inputs.Length)
                return $"{other.Inputs[at].File} is new since it was begun";
            if (at >= other.Inputs.Length || Inputs[at].File != other.Inputs[at].File)
                return $"it was begun with {Inputs[at].File}";
            if (Inputs[at] != other.Inputs[at])
                return $"{Inputs[at].File} has changed since it was begun";
        }

        return null;
    }
}

using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Where a review is kept.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Shard">The part that this process does.</param>
/// <param name="Options">What was asked for, by option.</param>
internal sealed record RunTarget(RunFolder Folder, Shard Shard, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>What <c>--run</c> and <c>--shard</c> name.</summary>
    /// <exception cref="UsageException">They name nothing.</exception>
    public static RunTarget? Of(ProgramHost host, string? name, string? shard, IReadOnlyDictionary<string, string> options)
    {
        if (name is null)
            return shard is null ? null : throw new UsageException("--shard does a part of a run: add --run NAME.");
        if (!RunFolder.IsName(name))
            throw new UsageException($"A run's name is made of letters, digits, dots, dashes and underscores, not \"{name}\".");
        var part = shard is null ? Shard.Whole
            : Shard.Parse(shard)
                ?? throw new UsageException($"--shard is a part such as 0/8, from 0 on and less than the second, not \"{shard}\".");
        return new RunTarget(RunFolder.In(host.Folder, name), part, options);
    }
}

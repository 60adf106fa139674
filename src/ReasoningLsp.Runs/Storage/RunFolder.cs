using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Runs.Storage;

/// <summary>The folder in which a run is kept.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Path">Full path of the folder.</param>
public sealed partial record RunFolder(string Name, string Path)
{
    /// <summary>Where runs are kept, below the folder that is worked in.</summary>
    public static string RelativeRoot { get; } = System.IO.Path.Combine(".reasoning", "runs");

    /// <summary>What produced the run.</summary>
    public string Settings => Inside("run.json");

    /// <summary>One line a trace; stands there once the run is complete.</summary>
    public string Traces => Inside("traces.jsonl");

    /// <summary>What the traces come to.</summary>
    public string Summary => Inside("summary.json");

    /// <summary>One row a trace, for questions.</summary>
    public string Index => Inside("index.parquet");

    /// <summary>Whether every input was reviewed and all lines stand together.</summary>
    public bool IsComplete => File.Exists(Traces) && File.Exists(Summary);

    /// <summary>Whether <paramref name="name"/> can be a run's: a file name on every system, and no path.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>The run of that name in <paramref name="folder"/>, whether it exists or not.</summary>
    public static RunFolder In(string folder, string name) => new(name, System.IO.Path.Combine(folder, RelativeRoot, name));

    /// <summary>The run of that name in <paramref name="folder"/> or the nearest folder above that has one; null where none has.</summary>
    public static RunFolder? Find(string folder, string name)
    {
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            if (IsName(name) && In(at, name) is var run && File.Exists(run.Settings))
                return run;
        }

        return null;
    }

    /// <summary>The runs that <see cref="Find"/> finds from <paramref name="folder"/>, the nearest first and then by name.</summary>
    public static IEnumerable<RunFolder> All(string folder)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            foreach (var run in KeptIn(at).Where(run => names.Add(run.Name)))
                yield return run;
        }
    }

    private static IEnumerable<RunFolder> KeptIn(string folder)
    {
        var root = System.IO.Path.Combine(folder, RelativeRoot);
        return !Directory.Exists(root) ? [] : Directory.GetDirectories(root).Select(path => System.IO.Path.GetFileName(path))
            .Where(name => IsName(name) && File.Exists(In(folder, name).Settings)).Order(StringComparer.Ordinal)
            .Select(name => In(folder, name));
    }

    /// <summary>Where the lines of a part stand once the part is complete.</summary>
    public string Part(Shard shard) => shard.IsWhole ? Traces
        : Inside(string.Create(CultureInfo.InvariantCulture, $"traces.{shard.Index}-of-{shard.Count}.jsonl"));

    /// <summary>Where the lines of a part stand as long as it is being written.</summary>
    public string Partial(Shard shard) => Part(shard) + ".partial";

    /// <summary>What says of a complete part what it holds.</summary>
    internal string Seal(Shard shard) => System.IO.Path.ChangeExtension(Part(shard), ".json");

    /// <summary>The command that makes or mends a part.</summary>
    internal string Remedy(Shard shard) => $"`reasoning-lsp review … --run {Name}{(shard.IsWhole ? string.Empty : $" --shard {shard}")}`";

    /// <summary>What mends a complete run.</summary>
    internal static string MendedBy(RunFolder folder) =>
        $"The command that made it mends it: {folder.Remedy(Shard.Whole)}; or remove the run with `reasoning-lsp run remove {folder.Name}`";

    /// <summary>Removes the parts, once their lines stand together.</summary>
    public void RemoveParts()
    {
        foreach (var part in Parts())
        {
            File.Delete(Part(part));
            File.Delete(Seal(part));
        }
    }

    /// <summary>The complete parts, by their number; empty where the run has none.</summary>
    /// <exception cref="FormatException">The run was shared out in two ways.</exception>
    public IReadOnlyList<Shard> Parts()
    {
        if (!Directory.Exists(Path))
            return [];
        var parts = Directory.GetFiles(Path, "traces.*-of-*.jsonl").Select(file => PartName().Match(System.IO.Path.GetFileName(file)))
            .Where(match => match.Success).Select(match => new Shard(Number(match, "index"), Number(match, "count")))
            .OrderBy(part => part.Index).ToList();
        return parts.Select(part => part.Count).Distinct().Count() <= 1 ? parts
            : throw new FormatException($"The run {Name} holds parts of two ways to share it out; keep the parts of one.");
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private string Inside(string name) => System.IO.Path.Combine(Path, name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\Atraces\.(?<index>[0-9]{1,9})-of-(?<count>[0-9]{1,9})\.jsonl\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartName();
}

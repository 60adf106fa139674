using ReasoningLsp.Runs.Records;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Runs.Classes;

/// <summary>Whose each solution is: the file's name without its known endings, or the record's id; where two are alike, as in a folder for
/// each student, with as many folders before it as tell them apart.</summary>
internal sealed class StudentNames
{
    private static readonly string[] s_kinds = [".solution", ".trace"];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists;

    /// <summary>The names of all of a class.</summary>
    public StudentNames(IEnumerable<RunTrace> traces)
    {
        var all = traces.ToList();
        _lists = all.GroupBy(trace => trace.File, StringComparer.Ordinal).Where(file => file.Skip(1).Any()
            && TraceFormats.FromPath(file.Key) == Traces.TraceFormat.Json).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var owners = all.Select(OwnerOf).DistinctBy(owner => owner.Key).ToList();
        // Who handed in alike names is told by the folder, and so is whatever else lies in it.
        var alike = owners.GroupBy(owner => owner.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .SelectMany(group => group).ToList();
        var places = alike.Select(owner => owner.Place).ToHashSet(StringComparer.Ordinal);
        var depth = 1;
        while (depth < alike.Select(owner => owner.Folders.Length).DefaultIfEmpty(0).Max()
            && alike.Select(owner => owner.Within(depth)).Distinct(StringComparer.OrdinalIgnoreCase).Count() < alike.Count)
            depth++;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in owners)
        {
            var wanted = places.Contains(owner.Place) ? owner.Within(depth) : owner.Name;
            var name = wanted;
            for (var number = 2; !taken.Add(name); number++)
                name = $"{wanted} ({number})";
            _names.Add(owner.Key, name);
        }
    }

    /// <summary>Whose a solution is.</summary>
    public string Of(RunTrace trace) => _names[OwnerOf(trace).Key];

    // A file of records is to its records what a folder is to its files; a document of JSON is one where it lists several.
    private Owner OwnerOf(RunTrace trace)
    {
        var parts = trace.File.Split('/', '\\');
        var (folders, file) = (parts[..^1], parts[^1]);
        var isRecord = IsPacked(file) || TraceFormats.FromPath(file) == Traces.TraceFormat.JsonLines || _lists.Contains(trace.File);
        return isRecord ? new Owner([.. folders, WithoutEndings(file)], trace.Name) : new Owner(folders, WithoutEndings(file));
    }

    // A packed file has two endings; a name that is all ending is kept.
    private static string WithoutEndings(string file)
    {
        var name = file;
        while (Path.GetExtension(name) is { Length: > 0 } ending && ending.Length < name.Length
            && (TraceFormats.FromPath(name) is not null || IsPacked(name)))
            name = name[..^ending.Length];
        var kind = Array.Find(s_kinds, kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.OrdinalIgnoreCase));
        return name.Length == file.Length || kind is null ? name : name[..^kind.Length];
    }

    private static bool IsPacked(string file) => file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    private sealed record Owner(string[] Folders, string Name)
    {
        public string Place => string.Join('/', Folders);

        public string Key => $"{Place}\n{Name}";

        public string Within(int depth) => string.Join('/', Folders.TakeLast(depth).Append(Name));
    }
}

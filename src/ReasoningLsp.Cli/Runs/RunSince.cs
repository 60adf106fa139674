using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>What became of the files of a run since they were reviewed.</summary>
internal static class RunSince
{
    /// <summary>Of each file that is not as it was; a run that was copied elsewhere without its files says nothing.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunFolder run)
    {
        // Runs are kept two folders below the one that they name files from.
        var home = Path.GetFullPath(Path.Combine(run.Path, "..", "..", ".."));
        var known = RunSettings.Read(run).Inputs.Where(input => input.Sha256.Length > 0).ToList();
        var files = known.Select(input => (input.File, Path: Path.Combine(home, input.File), Input: input)).ToList();
        if (!files.Exists(file => File.Exists(file.Path)))
            return new Dictionary<string, string>();
        var since = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path, input) in files)
        {
            if (!File.Exists(path))
                since[name] = StudentMark.Gone;
            else if (RunInput.Of(path, name) != input)
                since[name] = StudentMark.Changed;
        }

        return since;
    }
}

using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Review.Decisions;

/// <summary>
/// <c>.reasoning/decisions.jsonl</c>: one decision a line, only ever appended, so that two branches merge line by line.
/// </summary>
public static class DecisionFile
{
    /// <summary>The folder and name, below the folder the decisions apply to.</summary>
    public static string RelativePath { get; } = Path.Combine(".reasoning", "decisions.jsonl");

    /// <summary>Full paths of the decisions that hold in <paramref name="folder"/>: its own and those of every folder above, the nearest
    /// first.</summary>
    public static IEnumerable<string> Around(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var path = Path.Combine(at, RelativePath);
            if (Path.Exists(path))
                yield return path;
        }
    }

    /// <summary>The folder in which a decision on a file in <paramref name="folder"/> is written: where the nearest are kept already, else
    /// the one that is open.</summary>
    /// <param name="folder">Full path of the file's folder.</param>
    /// <param name="open">Full path of the folder that is worked in and holds the file, or null.</param>
    public static string HomeOf(string folder, string? open) =>
        Around(folder).FirstOrDefault() is { } nearest ? Path.GetDirectoryName(Path.GetDirectoryName(nearest))! : open ?? folder;

    /// <summary>The decisions in <paramref name="text"/>, and the lines that could not be read.</summary>
    public static (DecisionLog Log, ImmutableArray<DecisionProblem> Problems) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        var problems = ImmutableArray.CreateBuilder<DecisionProblem>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            try
            {
                decisions.Add(DecisionLine.Parse(line.ToString()));
            }
            catch (FormatException error)
            {
                problems.Add(new(number, $"{error.Message} Mend or remove this line."));
            }
        }

        return (new DecisionLog(decisions), problems.ToImmutable());
    }

    /// <summary>The line, with its line end, that records <paramref name="decision"/>.</summary>
    public static string Format(Decision decision) => DecisionLine.Format(decision) + "\n";

    /// <summary>Appends <paramref name="decision"/> to the file of <paramref name="folder"/>, which is made where it is missing.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Append(string folder, Decision decision) => Append(folder, [decision]);

    /// <summary>Appends several, all at once.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Append(string folder, IEnumerable<Decision> decisions)
    {
        var path = Path.Combine(folder, RelativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var line = string.Concat(decisions.Select(Format));
        if (file.Length > 0)
        {
            // A last line without its line end (an editor, a merge) must not swallow the new one.
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                line = "\n" + line;
        }

        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(line));
    }
}

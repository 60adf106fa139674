using System.Collections.Immutable;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Checklists.Lists;

/// <summary>Finds checklists: the built-in ones, and those in <c>.reasoning/checklists</c> of a folder or one above it.
/// Immutable.</summary>
/// <param name="Folder">Full path of the folder that is reviewed, or null where there is none.</param>
/// <param name="Files">Reads them.</param>
public sealed record ChecklistLibrary(string? Folder, FolderFiles Files)
{
    /// <summary>Folder of a team's checklists, below the folder they apply to.</summary>
    public static string RelativeFolder { get; } = Path.Combine(".reasoning", "checklists");

    /// <summary>The list that <paramref name="entries"/> name: names of lists, or questions themselves; with what could not be
    /// found.</summary>
    public (Checklist List, ImmutableArray<ChecklistProblem> Problems) Resolve(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var lists = ImmutableArray.CreateBuilder<Checklist>();
        var items = ImmutableArray.CreateBuilder<ChecklistItem>();
        var problems = ImmutableArray.CreateBuilder<ChecklistProblem>();
        foreach (var entry in entries.Select(entry => entry.Trim()).Where(entry => entry.Length > 0).Take(ChecklistReader.MostItems))
        {
            if (IsName(entry))
            {
                var (list, listProblems) = Named(entry);
                problems.AddRange(listProblems);
                if (list is not null)
                    lists.Add(list);
            }
            else if (IsPath(entry))
            {
                problems.Add(new ChecklistProblem(0,
                    $"There is no checklist \"{entry}\": a list is named without a folder, and stands in .reasoning/checklists."));
            }
            else if (entry.Length <= ChecklistReader.LongestQuestion)
            {
                items.Add(new ChecklistItem(entry.ReplaceLineEndings(" ")));
            }
        }

        if (items.Count > 0)
            lists.Add(new Checklist("own", items.ToImmutable()));
        return (Checklist.Join(lists.ToImmutable()), problems.ToImmutable());
    }

    /// <summary>The list of this name: a team's own before a built-in one. Null, with the reason, where there is none.</summary>
    public (Checklist? List, ImmutableArray<ChecklistProblem> Problems) Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsName(name) && FileOf(name) is { } file)
        {
            var (list, problems) = ReadFile(Files, file, name);
            return (list, problems);
        }

        return BuiltInChecklists.Find(name) is { } builtIn
            ? (builtIn, [])
            : (null, [new ChecklistProblem(0,
                $"There is no checklist \"{name}\": there are {string.Join(", ", Names())}, "
                    + "and any Markdown file in .reasoning/checklists.")]);
    }

    /// <summary>The list in a file that the user named.</summary>
    public static (Checklist? List, ImmutableArray<ChecklistProblem> Problems) ReadFile(FolderFiles files, string path, string name)
    {
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            var (list, problems) = ChecklistReader.Read(name, files.ReadText(path));
            return (list, [.. problems.Select(problem => problem with { Message = $"{name}: {problem.Message}" })]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, [new ChecklistProblem(0, $"The checklist {name} cannot be read: {FileReason.Of(path, error)}")]);
        }
    }

    /// <summary>Every name there is, in order.</summary>
    public IEnumerable<string> Names()
    {
        var own = Folders().SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).Select(Path.GetFileNameWithoutExtension)
            .OfType<string>();
        return own.Concat(BuiltInChecklists.Names).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
    }

    // A reviewed file must not name a path, so a name is letters, digits, dashes and dots between them.
    private static bool IsName(string entry) =>
        entry.Length <= 80 && char.IsLetterOrDigit(entry[0]) && entry.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
        && !entry.Contains("..", StringComparison.Ordinal);

    // "solution/proof.md" or "../proof" is a path that was mistyped; "Is a/b reduced?" asks something.
    private static bool IsPath(string entry) =>
        entry.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || entry.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
        || (entry.AsSpan().ContainsAny('/', '\\')
            && entry.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '\\' or '.' or '-' or '_' or '~' or ':'));

    private string? FileOf(string name)
    {
        var file = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name : name + ".md";
        return Folders().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private IEnumerable<string> Folders()
    {
        for (var at = Folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var folder = Path.Combine(at, RelativeFolder);
            if (Directory.Exists(folder))
                yield return folder;
        }
    }
}

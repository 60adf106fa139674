using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Inputs;

/// <summary>Who handed in a file that nobody reads would be missing without a word: of a folder in which most documents are solutions,
/// the others are told.</summary>
internal sealed class LeftFiles
{
    private const int MostNamed = 3;

    private static readonly string[] s_read = [".md", ".markdown", ".qmd", ".rmd", ".txt", ".tex", ".ipynb"];
    private static readonly string[] s_unread = [".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"];

    private readonly SortedDictionary<string, (int Solutions, List<string> Left)> _folders = new(StringComparer.Ordinal);

    /// <summary>Counts a file of a folder that is walked.</summary>
    public void Count(string path, bool isReviewed)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!isReviewed && !IsDocument(path))
            return;
        var (solutions, left) = _folders.GetValueOrDefault(folder, (0, []));
        if (!isReviewed)
            left.Add(Path.GetFileName(path));
        _folders[folder] = (solutions + (isReviewed ? 1 : 0), left);
    }

    /// <summary>A sentence for each folder in which some were left.</summary>
    /// <param name="display">How a path is shown.</param>
    public IEnumerable<string> Told(Func<string, string> display) => _folders
        .Where(pair => pair.Value.Left.Count > 0 && pair.Value.Left.Count < pair.Value.Solutions)
        .Select(pair => $"{display(pair.Key)}: {Plural.Of(pair.Value.Left.Count, "document")} beside the solutions not reviewed: "
            + $"{string.Join(", ", pair.Value.Left.Take(MostNamed))}{(pair.Value.Left.Count > MostNamed ? ", …" : string.Empty)}. "
            + (pair.Value.Left.Exists(IsUnread) ? "Save what they say as text, Markdown or LaTeX, and name" : "Name")
            + " a solution *.solution.md, or list it under \"include\" in reasoning-review.json.");

    private static bool IsDocument(string path) => (Has(path, s_read) || Has(path, s_unread))
        && !Path.GetFileName(path).StartsWith("README", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnread(string path) => Has(path, s_unread);

    private static bool Has(string path, string[] endings) => endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}

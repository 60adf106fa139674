using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Corrections;

/// <summary>
/// <c>.reasoning/memory.md</c>: a list of notes on what worked before, which people may read, edit and delete.
/// It is changed by single entries and never written anew as a whole by a model, so nothing is lost.
/// </summary>
public sealed partial class Memory
{
    private const int MostEntries = 500;
    private const int LongestNote = 300;
    private const string Heading = "# What worked before\n\nOne note a line; edit or delete them as you like.\n\n";

    private Memory(ImmutableArray<MemoryEntry> entries) => Entries = entries;

    /// <summary>Nothing yet.</summary>
    public static Memory Empty { get; } = new([]);

    /// <summary>The folder and name, below the folder the notes apply to.</summary>
    public static string RelativePath { get; } = Path.Combine(".reasoning", "memory.md");

    /// <summary>The notes, in order.</summary>
    public ImmutableArray<MemoryEntry> Entries { get; }

    /// <summary>The notes in the text of a file; lines that are no note are left out.</summary>
    public static Memory Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. Note().Matches(text.ReplaceLineEndings("\n"))
            .Select(match => new MemoryEntry(match.Groups["text"].Value.Trim(),
            match.Groups["count"] is { Success: true } count
            && int.TryParse(count.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1))
            .Where(entry => entry.Text.Length > 0)
            .Take(MostEntries)]);
    }

    /// <summary>The note for an accepted correction.</summary>
    public static string NoteOf(string finding, string corrected)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(corrected);
        var note = $"{Line(finding)} Written right: {Line(corrected)}";
        return note.Length > LongestNote ? note[..LongestNote] : note;
    }

    /// <summary>The same with one note more, or one that is known counted once more.</summary>
    public Memory With(string note)
    {
        var line = Line(note);
        if (line.Length == 0)
            return this;
        var known = Entries.FirstOrDefault(entry => entry.Text == line);
        return new(known is null ? Entries.Add(new MemoryEntry(line, 1)) : Entries.Replace(known, known with { Count = known.Count + 1 }));
    }

    /// <summary>The notes that share most with <paramref name="text"/>, best first: rare words count more.</summary>
    public ImmutableArray<string> Similar(string text, int most)
    {
        var words = Words(text);
        var known = Entries.Select(entry => (entry.Text, Words: Words(entry.Text))).ToList();
        double Weight(string word) => Math.Log(1 + ((double)known.Count / known.Count(entry => entry.Words.Contains(word))));
        return [.. known.Select(entry => (entry.Text, Score: entry.Words.Where(words.Contains).Sum(Weight)))
            .Where(entry => entry.Score > 0)
            .OrderByDescending(entry => entry.Score)
            .Take(most)
            .Select(entry => entry.Text)];
    }

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Heading);
        foreach (var entry in Entries)
            text.Append("- ").Append(entry.Text)
                .Append(entry.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (met {entry.Count} times)") : string.Empty)
                .Append('\n');
        return text.ToString();
    }

    private static HashSet<string> Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ',
        StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^[-*] (?<text>.*?)(?: \(met (?<count>[0-9]{1,6}) times\))?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}

using System.Collections.Immutable;

namespace ReasoningLsp.Review.Checklists.Lists;

/// <summary>The checklists that come with the program.</summary>
public static class BuiltInChecklists
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["worked-solution", "proof", "argument"];

    /// <summary>The list of this name, or null.</summary>
    public static Checklist? Find(string name)
    {
        var known = Names.FirstOrDefault(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : ChecklistReader.Read(known, Text(known)).List;
    }

    /// <summary>The Markdown of a built-in list.</summary>
    /// <exception cref="InvalidOperationException">There is no such list.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(BuiltInChecklists).Assembly.GetManifestResourceStream($"checklists/{name}.md")
            ?? throw new InvalidOperationException($"There is no built-in checklist {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

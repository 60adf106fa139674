using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds several answers that each stand behind a label of their own: <c>A: 3, B: 4</c>, <c>(a) 3; (b) 4</c>,
/// <c>Ann 3 and Bob 4</c>.</summary>
internal static class LabelledReader
{
    private const int LongestText = 400;

    // Letters of options; initials before a full stop are none unless a number follows.
    private static readonly LinearRegex s_letter = new(
        @"^(?:\((?<label>[A-J])\)\s*:?|(?<label>[A-J])(?:\)|:\s|:[-$\d])|(?<label>[K-Z]):\s|(?<label>[A-J])\.\s+(?:[-$]?\d))");
    private static readonly LinearRegex s_part = new(@"^(?:\((?<label>[a-j]|i{1,3}|i?v|[1-9])\)\s+|(?<label>[a-j])\)\s*)");
    // Names: "Ann 3", "Bob: $4".
    private static readonly LinearRegex s_name = new(@"^(?<label>\p{Lu}[\p{L}\p{M}]+)(?:\s*:)?\s+[-$€£]?\d");
    private static readonly LinearRegex s_opening = new(@"^(?:\(a\)|a\)|\(i\))\s");
    // Looks ahead, so it is no linear one; the text is short.
    private static readonly Regex s_next = new(@"[\s,;]+(?=(?:\([b-j]\)|[b-j]\)|\(i[iv]|\(v)\s?)", RegexOptions.CultureInvariant);
    private static readonly LinearRegex s_bare = new(@"^[-$€£]?\d[^()]*$");

    /// <summary>The labels and what stands behind each; null where not every part of the list has its own.</summary>
    /// <param name="text">A normalised answer.</param>
    /// <param name="separator">Length of what parts a list at an offset; 0 where nothing does.</param>
    public static ImmutableArray<(string Label, string Content)>? Read(string text, Func<string, int, int> separator)
    {
        if (text.Length > LongestText)
            return null;
        var parts = TopLevel.Split(text, separator).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        // "(a) 3 (b) 4": the labels alone part them.
        if (s_opening.IsMatch(text) && s_next.Replace(text, "\n").Split('\n') is { Length: > 1 } labelled)
            parts = [.. labelled.Select(part => part.Trim(' ', ',', ';')).Where(part => part.Length > 0)];
        if (parts.Count < 2)
            return null;
        return Labelled(parts, s_letter, _ => true)
            ?? Labelled(parts, s_part, AreFirst)
            ?? Labelled(parts, s_name, _ => true, s_bare);
    }

    private static ImmutableArray<(string Label, string Content)>? Labelled(List<string> parts, LinearRegex pattern,
        Func<IReadOnlyCollection<string>, bool> areLabels, LinearRegex? only = null)
    {
        var found = ImmutableArray.CreateBuilder<(string Label, string Content)>();
        foreach (var part in parts)
        {
            if (pattern.Match(part) is not { Success: true } match)
                return null;
            var label = match.Groups["label"];
            var content = part[(label.Index + label.Length)..].TrimStart(')', ':', '.', ' ');
            if (content.Length == 0 || only?.IsMatch(content) == false)
                return null;
            found.Add((label.Value, content));
        }

        var labels = found.Select(part => part.Label).ToHashSet(StringComparer.Ordinal);
        return labels.Count == found.Count && areLabels(labels) ? found.ToImmutable() : null;
    }

    // Parts are counted from the first on; "(2) 4, (3) 5" may be products.
    private static bool AreFirst(IReadOnlyCollection<string> labels) =>
        ((ReadOnlySpan<string>)["a b c d e f g h i j", "i ii iii iv v", "1 2 3 4 5 6 7 8 9"]).ToArray()
            .Any(row => row.Split(' ').Take(labels.Count).ToHashSet(StringComparer.Ordinal).SetEquals(labels));
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Checklists;

namespace ReasoningLsp.Review.Judges;

/// <summary>Takes from a model's draft what is a question of yes or no, new, and of this problem: it names a quantity, an object or a
/// condition of it.</summary>
internal static partial class DraftedItems
{
    private const double Alike = 0.6;
    private const int LongestQuestion = 180;

    /// <summary>How questions of yes or no begin.</summary>
    public static ImmutableArray<string> Starts { get; } = ["Is", "Are", "Does", "Do", "Did", "Has", "Have", "Was", "Were", "Can"];

    /// <summary>What is kept, and how many lines were dropped.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="text">What the model wrote, a question a line.</param>
    /// <param name="before">Items that are there already.</param>
    public static (ImmutableArray<ChecklistItem> Items, int Dropped) Of(string problem, string text, IEnumerable<ChecklistItem> before)
    {
        var known = Words(problem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = before.Select(item => Words(item.Question)).ToList();
        var kept = ImmutableArray.CreateBuilder<ChecklistItem>();
        var lines = text.Split('\n').Select(line => Mark().Replace(line.Trim(), string.Empty)).Where(line => line.Length > 0).ToList();
        foreach (var line in lines)
        {
            var end = line.IndexOf('?', StringComparison.Ordinal);
            var words = Words(line);
            if (end < 0 || end > LongestQuestion || !Starts.Any(start => line.StartsWith(start + " ", StringComparison.Ordinal))
                || !words.Overlaps(known) || said.Exists(other => Likeness(other, words) >= Alike))
                continue;
            said.Add(words);
            kept.Add(new ChecklistItem(line[..(end + 1)]));
        }

        return (kept.ToImmutable(), lines.Count - kept.Count);
    }

    // Shared words of all words.
    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    // Numbers, and words long enough to name something.
    private static HashSet<string> Words(string text) =>
        s_named.Matches(text).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static readonly LinearRegex s_named = new(@"\p{L}{4,}|[0-9]+(?:[.,][0-9]+)*");

    [GeneratedRegex(@"\A(?:[-*•]|[0-9]{1,2}[.)])\s+")]
    private static partial Regex Mark();
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Judges;

/// <summary>Takes from a model's draft what is a question of yes or no, new, and of this problem: it names a quantity, an object or a
/// condition of it, and asks for more than the problem says itself.</summary>
internal static partial class DraftedItems
{
    private const double Alike = 0.6;
    private const int LongestQuestion = 180;
    private const int LongestEnding = 3;

    /// <summary>How questions of yes or no begin.</summary>
    public static ImmutableArray<string> Starts { get; } = ["Is", "Are", "Does", "Do", "Did", "Has", "Have", "Was", "Were", "Can"];

    // What is said of any problem and any solution.
    private static readonly FrozenSet<string> s_general = LanguageFile.AllTexts("checklists", "general")
        .Concat(((string[])["problem", "solution", "answer", "step"]).SelectMany(key => LanguageFile.AllTexts("labels", key)))
        .Concat(Starts).SelectMany(text => text.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is kept, and how many lines were dropped.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="text">What the model wrote, a question a line.</param>
    /// <param name="before">Items that are there already.</param>
    public static (ImmutableArray<ChecklistItem> Items, int Dropped) Of(string problem, string text, IEnumerable<ChecklistItem> before)
    {
        // How a question begins says nothing either.
        var given = Words($"{problem} {string.Join(' ', Starts)}").ToList();
        var known = given.Where(word => !s_general.Contains(word)).ToList();
        var said = before.Select(item => Words(item.Question)).ToList();
        var kept = ImmutableArray.CreateBuilder<ChecklistItem>();
        var lines = text.Split('\n').Select(line => Mark().Replace(line.Trim(), string.Empty)).Where(line => line.Length > 0).ToList();
        foreach (var line in lines)
        {
            var end = line.IndexOf('?', StringComparison.Ordinal);
            var words = Words(line);
            if (end < 0 || end > LongestQuestion || !Starts.Any(start => line.StartsWith(start + " ", StringComparison.Ordinal))
                || !words.Any(word => known.Exists(other => IsSame(word, other)))
                || words.All(word => given.Exists(other => IsSame(word, other)))
                || said.Exists(other => Likeness(other, words) >= Alike))
                continue;
            said.Add(words);
            kept.Add(new ChecklistItem(line[..(end + 1)]));
        }

        return (kept.ToImmutable(), lines.Count - kept.Count);
    }

    // "walk" and "walks".
    private static bool IsSame(string one, string other) => one == other
        || (Math.Abs(one.Length - other.Length) <= LongestEnding && !char.IsAsciiDigit(one[0])
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));

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

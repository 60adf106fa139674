using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares answers in words. Other words may say the same, so a difference is known only between words that exclude each
/// other.</summary>
internal static class WordComparer
{
    private const int MostWords = 40;

    private static readonly LinearRegex s_notWord = new(@"[^\p{L}\p{M}\p{Nd}]+");

    // Words that frame an answer and say nothing of it.
    private static readonly FrozenSet<string> s_frame =
        new[] { "a", "an", "the", "is", "are", "it", "its", "they", "this", "that", "be", "was", "s" }.ToFrozenSet(StringComparer.Ordinal);

    // What an adjective may be said of: "isosceles" for "isosceles triangle".
    private static readonly FrozenSet<string> s_bearers = new[]
    {
        "triangle", "angle", "line", "function", "number", "integer", "quadrilateral", "polygon", "equation", "series", "sequence", "event",
        "matrix", "curve", "solution", "root", "set", "graph", "shape",
        "figure", "side", "day", "color", "colour", "reaction", "force", "motion", "relation", "variable", "distribution", "value", "point",
        "plane", "vector", "system", "prism", "pyramid", "conic",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly ImmutableArray<FrozenDictionary<string, int>> s_classes =
    [
        .. LanguageFile.All.Select(language => language.Texts("dates", "weekdays").ToArray()).Where(days => days.Length > 0)
            .Select(days => Class(days)),
        .. LanguageFile.AllTexts("answers", "exclusive").Select(words => Class(words.Split(", "))),
        Class("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        Class("even", "odd"), Class("prime", "composite"), Class("rational", "irrational"), Class("positive", "negative", "zero"),
        Class("finite", "infinite"),
        Class("increasing increases increase", "decreasing decreases decrease", "constant"),
        Class("convergent converges converge", "divergent diverges diverge"),
        Class("acute", "right", "obtuse"), Class("parallel", "perpendicular", "skew"),
        Class("parabola", "hyperbola", "ellipse", "circle", "line"),
        Class("injective", "bijective"), Class("reflexive", "irreflexive"), Class("dependent", "independent"),
        Class("north", "south", "east", "west"), Class("left", "right"), Class("clockwise", "counterclockwise"),
        Class("red", "blue", "green", "yellow", "white", "black", "orange", "purple", "brown", "pink"), Class("heads", "tails"),
        Class("larger bigger greater", "smaller less"), Class("maximum", "minimum"),
        Class("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    ];

    /// <summary>Whether the words say the same.</summary>
    public static bool? Compare(string gold, string pred)
    {
        var (left, right) = (Of(gold), Of(pred));
        if (left.Length == 0 || right.Length == 0 || left.Length > MostWords || right.Length > MostWords)
            return null;
        if (left.SequenceEqual(right))
            return true;
        var negated = left.Contains("not") != right.Contains("not");
        if (negated)
            return left.Where(word => word != "not").SequenceEqual(right.Where(word => word != "not")) ? false : null;
        if (Exclude(left, right))
            return false;
        // "Mon" and "Monday", "increases" and "increasing"
        if (left is [var one] && right is [var other] && s_classes.Any(family =>
            family.TryGetValue(one, out var first) && family.TryGetValue(other, out var second) && first == second))
            return true;
        // The adjectives in another order, or without what bears them.
        var (a, b) = (Bare(left), Bare(right));
        return a.Length > 0 && b.Length > 0 && a.Length <= 4 && a.ToHashSet().SetEquals(b)
            && (left.Length != right.Length || left[^1] == right[^1]) ? true : null;
    }

    /// <summary>Whether a short word is one of those that exclude each other, and no product of letters.</summary>
    public static bool Knows(string word) =>
        word is "so" or "is" or "it" or "if" or "in" or "on" or "of" or "to" or "an" or "as" or "at" or "by" or "we" or "he" or "or"
        or "no" or "up" or "do" || s_classes.Any(family => family.ContainsKey(word.ToLowerInvariant()));

    private static string[] Bare(string[] words) => [.. words.Where(word => !s_bearers.Contains(word))];

    private static bool Exclude(string[] left, string[] right)
    {
        foreach (var family in s_classes)
        {
            if (Member(family, left) is { } one && Member(family, right) is { } other && one != other && left.Length <= 4
                && right.Length <= 4)
                return true;
        }

        return false;
    }

    private static int? Member(FrozenDictionary<string, int> family, string[] words)
    {
        int? found = null;
        foreach (var word in words)
        {
            if (!family.TryGetValue(word, out var member))
                continue;
            if (found is not null && found != member)
                return null;
            found = member;
        }

        return found;
    }

    private static string[] Of(string text) =>
        [.. s_notWord.Replace(text, " ").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !s_frame.Contains(word)).Select(Singular)];

    private static string Singular(string word) =>
        word.Length > 4 && word.EndsWith('s') && s_bearers.Contains(word[..^1]) ? word[..^1] : word;

    private static FrozenDictionary<string, int> Class(params ReadOnlySpan<string?> members)
    {
        var family = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var word in members[i]!.Split(' '))
                family[word] = i;
        }

        return family.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>
/// Finds what a text says of numbers in words. A fact is a whole clause: nothing that belongs to a number may stand beside it.
/// </summary>
public static class FactReader
{
    /// <summary>The facts of <paramref name="text"/>, in order; <paramref name="tokens"/> are those of the same text.</summary>
    public static ImmutableArray<Fact> Read(string text, ImmutableArray<Token> tokens)
    {
        var places = Places(text);
        if (places.Count == 0)
            return [];
        List<Fact> found = [];
        var clause = new ClauseText(text);
        foreach (var (template, at) in places)
        {
            if (new FactMatch(clause, tokens, FactLanguage.Templates[template]).At(at) is { } fact
                && !found.Exists(other => other.Start < fact.End && fact.Start < other.End))
                found.Add(fact);
        }

        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return [.. found];
    }

    // Where the looked-for words of which template stand, in the order of the templates; the text is walked through once for all.
    private static List<(int Template, int At)> Places(string text)
    {
        List<(int Template, int At)> places = [];
        var anchors = FactLanguage.Anchors.For(text);
        for (var at = 0; at < text.Length; at++)
        {
            var step = text.AsSpan(at).IndexOfAny(anchors);
            if (step < 0)
                break;
            at += step;
            foreach (var (anchor, templates) in FactLanguage.AnchorsFrom(text[at]))
            {
                if (text.AsSpan(at).StartsWith(anchor, StringComparison.OrdinalIgnoreCase))
                    places.AddRange(templates.Select(template => (template, at)));
            }
        }

        places.Sort();
        return places;
    }
}

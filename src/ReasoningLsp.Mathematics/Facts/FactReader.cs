using System.Collections.Immutable;
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
        if (text.AsSpan().IndexOfAny(FactLanguage.Anchors) < 0)
            return [];
        List<Fact> found = [];
        var clause = new ClauseText(text);
        foreach (var template in FactLanguage.Templates)
        {
            var anchor = template.AnchorText;
            for (var at = text.IndexOf(anchor, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(anchor, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (new FactMatch(clause, tokens, template).At(at) is { } fact
                    && !found.Exists(other => other.Start < fact.End && fact.Start < other.End))
                    found.Add(fact);
            }
        }

        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return [.. found];
    }
}

using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Tells whether the words between two equations say that the second follows from the first.</summary>
internal static partial class DerivationBridge
{
    private const int Longest = 140;

    private static readonly PhraseSet s_leads = new(
        "so", "thus", "hence", "therefore", "then", "gives", "give", "giving", "get", "gets", "yields", "yield", "obtain", "becomes", "become", "implies", "imply", "means", "which is", "that is",
        "simplif*", "expand*", "rearrang*", "combin*", "subtract*", "add*", "divid*", "multipl*", "factor*", "isolat*", "solv*", "square*", "squaring", "cancel*", "rewrit*", "rewrite*", "reduce*", "reduc*", "equivalent*", "now we have", "we have", "we find", "solution", "results in", "leads to", "collect*", "distribut*", "both sides", "take the", "taking the", "implies that",
        "also", "folglich", "daher", "donc", "luego", "por lo tanto", "所以", "得", "则", "即",
        "\\implies", "\\rightarrow", "\\longrightarrow", "⇒", "→", "⟹", "\\iff", "\\leftrightarrow", "⇔", "\\therefore");

    private static readonly PhraseSet s_blocks = new(
        "or", "case", "cases", "if", "when", "where", "suppose", "assum*", "let", "set", "setting", "for", "another", "other", "second", "third", "similarly", "likewise", "also,", "either", "both equations", "each", "substitut*", "plug*", "from equation", "from the", "using", "use", "given", "since", "because", "as", "recall*", "know", "by the", "try", "test*", "check*", "verify*", "possible", "respectively", "choose", "take x", "next", "first", "instead", "alternatively", "but", "however", "not", "wait", "formula", "with", "while", "and", "on the other hand", "system", "respectively", "values of", "call", "denote", "define", "want", "need", "should", "must", "would", "mod", "equate", "equating", "compare", "comparing", "coefficient*", "corresponding", "discriminant", "vertex", "slope", "derivative*", "differentiat*", "at x", "at the", "maximum", "minimum", "option*", "oder", "ou", "o ", "或");

    /// <summary>Whether an equation after <paramref name="bridge"/> is derived from the one before it and from nothing else.</summary>
    public static bool Derives(string bridge)
    {
        if (bridge.Length > Longest)
            return false;
        bridge = AndThus().Replace(bridge, "$1");
        if (s_blocks.OccursIn(bridge) || EndsWithPreposition(bridge))
            return false;
        return IsLayout(bridge) || s_leads.OccursIn(bridge);
    }

    // "dividing this by ar = -2": the equation is a tool and no result.
    private static bool EndsWithPreposition(string bridge)
    {
        if (LeadsTo().IsMatch(bridge))
            return false;
        var trimmed = bridge.AsSpan().TrimEnd(" \t\n$\\([{*:");
        foreach (var word in (ReadOnlySpan<string>)[" by", " with", " to", " from", " of", " into", " equation", " in", " than", " that"])
        {
            if (trimmed.EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Rows of one display or lines of one calculation, nothing said between them.
    private static bool IsLayout(string bridge)
    {
        var rows = false;
        for (var i = 0; i < bridge.Length; i++)
        {
            var c = bridge[i];
            if (c == '\\' && i + 1 < bridge.Length && bridge[i + 1] is '\\' or '[' or ']' or '(' or ')')
            {
                rows |= bridge[i + 1] is '\\' or ']';
                i++;
            }
            else if (c == '\n')
            {
                rows = true;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('&' or '$' or '.' or ',' or '*'))
            {
                return false;
            }
        }

        return rows;
    }

    // "and thus", "and dividing" draw a conclusion; "and" alone joins two equations.
    [GeneratedRegex(@"\band (thus|so|hence|therefore|then|[a-z]+ing|simplify|rearrange|solve|expand|combine|collect|divide|get|gives?|obtain|we (get|have|obtain|find))\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AndThus();

    // "simplifies to" leads to the result; "equal to" and "applied to" do not.
    [GeneratedRegex(@"\b(simplif|reduc|lead|rearrang|equivalent|come|condens|expand)\w* (us )?to\W*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsTo();
}

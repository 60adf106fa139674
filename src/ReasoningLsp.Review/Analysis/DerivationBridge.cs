using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Tells whether the words between two equations say that the second follows from the first.</summary>
internal static partial class DerivationBridge
{
    private const int Longest = 140;

    /// <summary>Whether an equation after <paramref name="bridge"/> is derived from the one before it and from nothing else.</summary>
    public static bool Derives(string bridge, Lexicon lexicon)
    {
        bridge = OperationNote.Without(bridge);
        if (bridge.Length > Longest || s_equationMark.IsMatch(bridge))
            return false;
        bridge = s_ofSides.Replace(s_andThus.Replace(bridge, "$1"), " ");
        if (lexicon.Has(PhraseRole.Blocks, bridge) || EndsWithPreposition(bridge))
            return false;
        return IsLayout(bridge) || (lexicon.Has(PhraseRole.Leads, bridge) && !HasUnread(bridge, lexicon));
    }

    // Where words are not parted by blanks, or their language is not known, nothing may be left that was not understood.
    private static bool HasUnread(string bridge, Lexicon lexicon) =>
        bridge.Any(IsForeign) && lexicon.Without(PhraseRole.Leads, bridge).Any(IsForeign);

    private static bool IsForeign(char unit) => unit > '\u00ff' && char.IsLetter(unit) && unit is not (>= '\u0370' and <= '\u03ff');

    // "dividing this by ar = -2": the equation is a tool and no result.
    private static bool EndsWithPreposition(string bridge)
    {
        if (s_leadsTo.IsMatch(bridge))
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
    private static readonly LinearRegex s_andThus = new(
        @"\band (thus|so|hence|therefore|then|[a-z]+ing|simplify|rearrange|solve|expand|combine|collect|divide|get|gives?"
        + @"|obtain|we (get|have|obtain|find))\b");

    // "from the left side", "on both sides of the equation": where it is done, and no other fact.
    private static readonly LinearRegex s_ofSides = new(
        @"\b((from|of|on|to|for|using|with) )?(the |each |both )?(left|right|both|each)?[- ]?(hand )?sides?"
        + @"( of (the|this|our) (equation|inequality))?\b");

    // "simplifies to" leads to the result; "equal to" and "applied to" do not.
    private static readonly LinearRegex s_leadsTo = new(@"\b(simplif|reduc|lead|rearrang|equivalent|come|condens|expand)\w* (us )?to\W*$");

    // "dividing (2) by (1)", "由①②得": more than the equation before it is meant; "f(2)" is no mark.
    private static readonly LinearRegex s_equationMark = new(@"[①-⑳]|(?:^|[^a-z])\((\d|i{1,3}|iv)\)");
}

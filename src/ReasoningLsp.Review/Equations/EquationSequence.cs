using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Equations;

/// <summary>Tells from the words around two equations whether the second is said to follow from the first alone.</summary>
internal static partial class EquationSequence
{
    // Characters of the sentence that are looked at: right beside the equation, near it, and far back.
    private const int Beside = 24, NearBy = 60, FarBack = 240;

    private static readonly PhraseSet s_systems = new("equations", "system", "cases", "case", "either", "possible", "extraneous", "reject*",
        "discard*", "ignore", "two", "three", "following", "relations", "constraints", "conditions", "vieta*", "respectively", "options",
        "each", "pairs", "if", "when", "suppose", "assume", "try", "test*", "check*", "for example", "different");

    private static readonly PhraseSet s_algebra = new("simplif*", "expand*", "rearrang*", "combin*", "subtract*", "divid*", "multipl*",
        "factor*", "isolat*", "solv*", "squar*", "cancel*", "\\implies", "\\rightarrow", "⇒", "→", "\\longrightarrow", "\\iff", "reduc*",
        "distribut*", "add *", "adding", "collect*", "both sides", "gives", "get", "becomes", "so", "thus", "therefore", "hence",
        "which is", "yields");

    private static readonly PhraseSet s_rewriting = new("simplif*", "expand*", "rearrang*", "combin*", "subtract*", "divid*",
        "multiply both", "multiplying both", "factor*", "isolat*", "cancel*", "distribut*");

    private static readonly PhraseSet s_oneOfSeveral = new("first equation", "second equation", "third equation", "other equation",
        "last equation", "equation (*");

    private static readonly PhraseSet s_choices = new("discard*", "reject*", "extraneous", "ignore", "respectively", "either", "each",
        "different");

    private static readonly PhraseSet s_or = new([.. LanguagePhrases.InAll(PhraseRole.Alternative)]);

    private static readonly ImmutableArray<string> s_because = LanguageFile.AllTexts("notation", "because");

    // "x = 2 or": the sentence before goes on with another equation.
    private static readonly LinearRegex s_endsWithOr = EndsWith(LanguagePhrases.InAll(PhraseRole.Alternative));

    /// <summary>Whether the words say that the second equation follows from the first, in the same step; rows of a derivation need
    /// none.</summary>
    public static bool Follows(Statement before, EquationFact first, Statement after, EquationFact second, bool isDerivation)
    {
        var several = second.Symbols.Count > 1;
        var near = several ? FarBack : NearBy;
        if (!DerivationBridge.Derives(after.Bridge, after.Lexicon) && !(isDerivation && NextSentence().IsMatch(after.Bridge)))
            return false;
        var isArrow = s_arrow.IsMatch(after.Bridge);
        // In one unknown a conclusion drawn at once stands or falls with the equation before it, whatever else is known.
        var isDirect = !several && after.Bridge.Length < NearBy && Leads(before, after);
        if (!isDirect && !isArrow && ((!s_rewriting.OccursIn(after.Bridge) && s_systems.OccursIn(LastWords(before.Before, near)))
            || s_systems.OccursIn(LastWords(after.Before, near))))
            return false;
        if (isDirect && (s_choices.OccursIn(after.Before) || s_choices.OccursIn(before.Before)))
            return false;
        // "y = 3(0) = 0" above "y = 3(2) = 6": one quantity at two places.
        if (first.Left is Symbol && (IsValue(first) || (IsEvaluated(before) && !s_algebra.OccursIn(after.Bridge))))
            return false;
        // "Rewriting the second equation as …, we have" a table: the system anew.
        if (several && after.Bridge.Contains("\\begin{", StringComparison.Ordinal) && s_oneOfSeveral.OccursIn(before.Before))
            return false;
        if (s_endsWithOr.IsMatch(before.Before) || s_or.OccursIn(FirstWords(after.After)))
            return false;
        if (Leads(before, after))
            return true;
        // Rows of a display without a word between them may be a system of equations.
        return !after.Bridge.Contains(',', StringComparison.Ordinal)
            && (!several || isDerivation || (s_rewriting.OccursIn(before.Before) && !s_oneOfSeveral.OccursIn(before.Before)))
                && first.Symbols.SetEquals(second.Symbols);
    }

    private static bool Leads(Statement before, Statement after) => s_algebra.OccursIn(after.Bridge)
        || (after.Lexicon.HasBesideEnglish(PhraseRole.Leads, after.Bridge) && !IsOfCases(before, after));

    // In another language: one of several cases, or not the only solution.
    private static bool IsOfCases(Statement before, Statement after) =>
        after.Lexicon.HasBesideEnglish(PhraseRole.Cases, LastWords(before.Before, Beside))
        || after.Lexicon.HasBesideEnglish(PhraseRole.Cases, after.Bridge)
        || after.Lexicon.HasBesideEnglish(PhraseRole.Cases, FirstWords(after.After));

    /// <summary>Whether the first is said to be the reason of the second: "since 2x = 6, x = 4".</summary>
    public static bool IsReason(Statement before, EquationFact first, Statement after, EquationFact second)
    {
        if (first.Symbols.Count != 1 || !first.Symbols.SetEquals(second.Symbols) || IsValue(first) && first.Left is Symbol
            || after.Bridge.Length > Beside || !after.Bridge.Contains(',', StringComparison.Ordinal)
            || after.Lexicon.Has(PhraseRole.Blocks, after.Bridge))
            return false;
        return s_because.Any(word => EndsWithWord(before.Before.AsSpan().TrimEnd(" \t\n$\\(["), word));
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) => text.EndsWith(word, StringComparison.Ordinal)
        && (text.Length == word.Length || word[0] > '\u2e80' || !char.IsLetter(text[^(word.Length + 1)]));

    /// <summary>Whether the first equation of a step rewrites the last one of the step before.</summary>
    public static bool Continues(Statement statement) =>
        s_rewriting.OccursIn(statement.Bridge) && DerivationBridge.Derives(statement.Bridge, statement.Lexicon)
        && !s_systems.OccursIn(statement.Bridge) && !s_or.OccursIn(FirstWords(statement.After));

    /// <summary>Whether the words say that the equation is rewritten, so that no other fact comes in.</summary>
    public static bool IsRewritten(Statement before, Statement after) =>
        s_rewriting.OccursIn(after.Bridge) || (s_rewriting.OccursIn(before.Before) && after.Bridge.Length < Beside);

    private static bool IsEvaluated(Statement statement) =>
        statement.Chain.Signs.Length > 1 && statement.Chain.Members[^1].Expression is { } last && ExpressionInspector.IsLiteral(last);

    private static bool IsValue(EquationFact fact) => ExpressionInspector.IsLiteral(fact.Right);

    private static string LastWords(string text, int length) => text.Length > length ? text[^length..] : text;

    private static string FirstWords(string text) => text.Length > Beside ? text[..Beside] : text;

    private static LinearRegex EndsWith(IEnumerable<string> words)
    {
        // Scripts without blanks between their words have letters on both sides.
        var parted = words.ToLookup(word => word[0] < '\u2e80', Regex.Escape);
        return new($@"\b({string.Join('|', parted[true])})\b(\\[a-z]+|[^a-z])*$|({string.Join('|', parted[false])})\W*$");
    }

    // One sentence of nothing but an equation behind the other.
    [GeneratedRegex(@"^[\s$\\)]*\.[\s$\\(]*$")]
    private static partial Regex NextSentence();

    private static readonly LinearRegex s_arrow = new(
        @"^(?:\s|\\[,;!() \[\]]|\\q?quad|\$)*(?:\\(?:long)?rightarrow|\\implies|⇒|⟹|→|=>)(?:\s|\\[,;!() \[\]]|\\q?quad|\$)*$");
}

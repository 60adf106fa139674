using System.Buffers;
using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Equations;

/// <summary>"x² - 5x + 6 = 0 gives x = 2 or x = 4": each value of the list is said to solve the equation before the list.</summary>
internal static class SetOfValues
{
    private static readonly SearchValues<char> s_gaps = SearchValues.Create(" \t\r\n\u00a0$\\(),");
    private static readonly SearchValues<char> s_stops = SearchValues.Create(" \t\r\n\u00a0$\\().,:，。．：；、");
    private static readonly FrozenSet<string> s_or = Words(PhraseRole.Or);
    private static readonly FrozenSet<string> s_solved = Words(PhraseRole.Solved);

    /// <summary>Whether nothing but "or" or a comma stands between two equations.</summary>
    public static bool AreJoined(string bridge) => IsBare(bridge, s_gaps, s_or);

    /// <summary>The equation that the value at <paramref name="index"/> is one of several solutions of, or null where it is none of a
    /// list.</summary>
    public static int? Origin(StepAnalysis analysis, int index)
    {
        var equations = analysis.Equations;
        if (ValueOf(analysis, index) is not { } symbol)
            return null;
        var first = index;
        while (first > 0 && AreJoined(BridgeTo(analysis, first)) && equations[first - 1].Statement == equations[first].Statement - 1
            && ValueOf(analysis, first - 1) == symbol)
            first--;
        var goesOn = index + 1 < equations.Length && equations[index + 1].Statement == equations[index].Statement + 1
            && ValueOf(analysis, index + 1) == symbol && AreJoined(BridgeTo(analysis, index + 1));
        if ((first == index && !goesOn) || first == 0)
            return null;
        var origin = equations[first - 1];
        // "x - 2 = 3 or x - 2 = -3, so x = 5 or x = -1": each value is of another of them.
        if (first > 1 && equations[first - 2].Statement == origin.Statement - 1 && AreJoined(BridgeTo(analysis, first - 1))
            && !AreTheSame(equations[first - 2], origin))
            return null;
        return origin.Statement == equations[first].Statement - 1 && origin.Link == 0 && origin.Symbols.Count == 1
            && origin.Symbols.Contains(symbol) && origin.Left is not Symbol
            && ExpressionInspector.IsClosed(origin.Right) && analysis.Statements[origin.Statement].Chain.Signs.Length == 1
                && IsBare(BridgeTo(analysis, first), s_stops, s_solved) ? first - 1 : null;
    }

    // "x² - 11x + 18 = 0, (x - 2)(x - 9) = 0": one equation, written twice.
    private static bool AreTheSame(EquationFact one, EquationFact other) =>
        one.Difference is { IsPolynomial: true } && other.Difference is { IsPolynomial: true }
        && EquationPair.AreProportional(one, other);

    private static string BridgeTo(StepAnalysis analysis, int index) => analysis.Statements[analysis.Equations[index].Statement].Bridge;

    private static string? ValueOf(StepAnalysis analysis, int index)
    {
        var fact = analysis.Equations[index];
        return fact.Left is Symbol { Name: var name } && fact.Link == 0 && ExpressionInspector.IsClosed(fact.Right)
            && analysis.Statements[fact.Statement].Chain.Signs.Length == 1 ? name : null;
    }

    // "\implies" begins with a sign that parts.
    private static FrozenSet<string> Words(PhraseRole role) =>
        LanguagePhrases.InAll(role).Select(word => word.TrimStart('\\')).ToFrozenSet(StringComparer.Ordinal);

    // Nothing but signs that part, and at most one of the words, which may stand in \text{}.
    private static bool IsBare(string bridge, SearchValues<char> gaps, FrozenSet<string> words)
    {
        const string Text = @"\text{";
        var rest = bridge.AsSpan();
        var wrapped = rest.IndexOf(Text, StringComparison.Ordinal);
        if (wrapped >= 0 && !rest[..wrapped].ContainsAnyExcept(gaps) && rest.IndexOf('}') is > 0 and var close
            && !rest[(close + 1)..].ContainsAnyExcept(gaps))
            rest = rest[(wrapped + Text.Length)..close];
        var start = rest.IndexOfAnyExcept(gaps);
        if (start < 0)
            return true;
        rest = rest[start..(rest.LastIndexOfAnyExcept(gaps) + 1)];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest);
    }
}

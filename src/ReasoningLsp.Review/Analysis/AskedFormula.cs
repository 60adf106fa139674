using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Analysis;

/// <summary>The one expression that a problem wants worked out or written anew, where it says nothing else: "Simplify $…$."</summary>
internal static partial class AskedFormula
{
    private const int LongestProblem = 600;

    // What opens and closes mathematics.
    private static readonly char[] s_marks = [' ', '\n', '$', '\\', '(', ')', '[', ']'];

    /// <summary>The expression as written; null where the problem asks for something else, or of something else.</summary>
    public static string? In(StepAnalysis problem)
    {
        var (text, tokens) = (problem.Text, problem.Tokens);
        if (text.Length > LongestProblem || problem.Statements.Length > 0)
            return null;
        var first = 0;
        while (first < tokens.Length && tokens[first].Kind != TokenKind.MathStart)
            first++;
        if (first >= tokens.Length)
            return Plain(text);
        if (first + 1 >= tokens.Length || !s_asks.IsMatch(Lower(text, 0, tokens[first].Start).TrimEnd(s_marks)))
            return null;
        var last = first + 1;
        while (last < tokens.Length && tokens[last].Kind != TokenKind.MathEnd)
            last++;
        if (last >= tokens.Length || !s_saysHow.IsMatch(Lower(text, tokens[last].End, text.Length).TrimStart(s_marks)))
            return null;
        var formula = text[tokens[first].End..tokens[last].Start].Trim(' ', '\n', '.', ',', ';', '?', ':');
        return formula.Length > 0 ? formula : null;
    }

    // "Expand 2(x + 3) - (x - 1)." without signs that open mathematics: nothing but letters that stand alone.
    private static string? Plain(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || char.IsWhiteSpace(text[end]) || text[end] is ',' or ':'))
            end++;
        while (end > 0 && !char.IsWhiteSpace(text[end - 1]))
            end--;
        var formula = text[end..].Trim(' ', '\n', '.', ',', ';', '?', ':');
        return formula.Length > 0 && s_asks.IsMatch(Lower(text, 0, end).TrimEnd(s_marks)) && !s_word.IsMatch(formula) ? formula : null;
    }

    private static string Lower(string text, int start, int end) => text[start..Math.Max(start, end)].ToLowerInvariant();

    private static readonly LinearRegex s_asks = new(
        @"^\s*(?:please )?(?:completely |fully )?(?:compute|evaluate|simplify|calculate|expand|work out|find|determine|what is)"
        + @"(?: and simplify| and expand)?(?: completely)?(?: the)?(?: (?:following|given|exact|numerical|value|of|the|expression|product"
        + @"|sum|difference|quotient|fraction))*\s*[:,]?\s*\\?\[?\s*$");

    private static readonly LinearRegex s_word = new(@"\p{L}{2,}|[.?!]\s");

    // "Express your answer as a common fraction."
    private static readonly LinearRegex s_saysHow = new(
        @"^[\s.?!]*(?:(?:express|give|write|leave|enter) (?:your|the) (?:answer|result)(?: as| in)? [a-z ,-]*[\s.]*)?$");
}

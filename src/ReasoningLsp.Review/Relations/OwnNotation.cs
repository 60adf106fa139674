using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Notation that has a second meaning of which the expressions know nothing: a bracket as a whole part or a pair, digits struck
/// out.</summary>
internal static partial class OwnNotation
{
    /// <summary>Whether such a meaning may make a false equality true.</summary>
    public static bool MayExplain(string text, Member left, Member right, Judgment judgment, ProblemTraits traits)
    {
        var (a, b) = (Written(text, left), Written(text, right));
        if ((left.Expression is not Collection && s_isPair.IsMatch(a)) || (right.Expression is not Collection && s_isPair.IsMatch(b))
            || s_struck.IsMatch(a) || s_struck.IsMatch(b))
            return true;
        // "x27 = 23x27": an x that is a variable elsewhere need not multiply here.
        // "1份 … 4 + 16 = 280, 1 = 66": numerals count parts whose size is sought.
        if (s_partIsSought.IsMatch(text))
            return true;
        if ((TightTimes().IsMatch(a) || TightTimes().IsMatch(b)) && s_variableX.IsMatch(text))
            return true;
        if (traits.BracketsArePartOf && (s_partBracket.IsMatch(a) || s_partBracket.IsMatch(b)))
            return true;
        return (s_isBracketed.IsMatch(a) && MayBeWholePart(judgment.Left, judgment.Right))
            || (s_isBracketed.IsMatch(b) && MayBeWholePart(judgment.Right, judgment.Left));
    }

    /// <summary>Whether such notation stands in a link, so that nothing is certain of it.</summary>
    public static bool MayHide(string text, JudgedLink link, ProblemTraits traits)
    {
        var (a, b) = (Written(text, link.Left), Written(text, link.Right));
        return s_struck.IsMatch(a) || s_struck.IsMatch(b) || s_named.IsMatch(a) || s_named.IsMatch(b)
            || (traits.BracketsArePartOf && (s_partBracket.IsMatch(a) || s_partBracket.IsMatch(b)));
    }

    private static string Written(string text, Member member)
    {
        var end = Math.Min(text.Length, member.End);
        return member.Start < end ? text[member.Start..end] : string.Empty;
    }

    // Rounded down, up or to the nearest: each is written with square brackets somewhere.
    private static bool MayBeWholePart(Value? bracketed, Value? stated) =>
        bracketed is { IsReal: true } value && stated?.Exact is { IsInteger: true } whole
        && Math.Abs(value.Re.ToDouble() - whole.ToDouble()) < 1;

    // "(192, 120)", "[a, b]": the greatest common divisor, the least common multiple, a point or an interval.
    private static readonly LinearRegex s_isPair = new(
        @"^\W*(?:\\left\s?)?[(\[（]\s*[0-9]+\s*[,，]\s*[0-9]+\s*(?:[,，]\s*[0-9]+\s*)*(?:\\right\s?)?[)\]）]\W*$");

    // What is struck out is replaced by the small number beside it.
    private static readonly LinearRegex s_struck = new(@"\\[bx]?cancel(?:to)?\s?\{");

    private static readonly LinearRegex s_partIsSought = new(
        @"(?:^|[^0-9A-Za-z.,+\-−*/×÷^_=\s{(]|\\Rightarrow|\\rightarrow|\\implies)[\s$]*1\s?=\s?[0-9]*[02-9]");

    [GeneratedRegex(@"[0-9)]x[0-9(]")]
    private static partial Regex TightTimes();

    private static readonly LinearRegex s_variableX = new(@"(?:^|[^0-9A-Za-z])x(?:\s?[=/<>]|[0-9])");

    // AB is a segment and no product, C_n^r a number of choices and no power.
    private static readonly LinearRegex s_named = new(@"[A-Z][\s{]{0,3}[A-Z]|[CAP]\}?_\s?(?:\{[^{}]*\}|[0-9a-z])\s?\^");

    private static readonly LinearRegex s_partBracket = new(@"\[|\\\{|\\left\s?\{");

    private static readonly LinearRegex s_isBracketed = new(@"^[\s$]*(?:\\left\s?)?\[[^\[\]]*\][\s$]*$");
}

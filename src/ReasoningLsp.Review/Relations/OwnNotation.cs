using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
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
        if ((left.Expression is not Collection && IsPair().IsMatch(a)) || (right.Expression is not Collection && IsPair().IsMatch(b))
            || Struck().IsMatch(a) || Struck().IsMatch(b))
            return true;
        // "x27 = 23x27": an x that is a variable elsewhere need not multiply here.
        // "1份 … 4 + 16 = 280, 1 = 66": numerals count parts whose size is sought.
        if (PartIsSought().IsMatch(text))
            return true;
        if ((TightTimes().IsMatch(a) || TightTimes().IsMatch(b)) && VariableX().IsMatch(text))
            return true;
        if (traits.BracketsArePartOf && (PartBracket().IsMatch(a) || PartBracket().IsMatch(b)))
            return true;
        return (IsBracketed().IsMatch(a) && MayBeWholePart(judgment.Left, judgment.Right))
            || (IsBracketed().IsMatch(b) && MayBeWholePart(judgment.Right, judgment.Left));
    }

    /// <summary>Whether such notation stands in a link, so that nothing is certain of it.</summary>
    public static bool MayHide(string text, JudgedLink link, ProblemTraits traits)
    {
        var (a, b) = (Written(text, link.Left), Written(text, link.Right));
        return Struck().IsMatch(a) || Struck().IsMatch(b) || Named().IsMatch(a) || Named().IsMatch(b)
            || (traits.BracketsArePartOf && (PartBracket().IsMatch(a) || PartBracket().IsMatch(b)));
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
    [GeneratedRegex(@"^\W*(?:\\left\s?)?[(\[（]\s*[0-9]+\s*[,，]\s*[0-9]+\s*(?:[,，]\s*[0-9]+\s*)*(?:\\right\s?)?[)\]）]\W*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IsPair();

    // What is struck out is replaced by the small number beside it.
    [GeneratedRegex(@"\\[bx]?cancel(?:to)?\s?\{", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Struck();

    [GeneratedRegex(@"(?:^|[^0-9A-Za-z.,+\-−*/×÷^_=\s{(]|\\Rightarrow|\\rightarrow|\\implies)[\s$]*1\s?=\s?[0-9]*[02-9]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PartIsSought();

    [GeneratedRegex(@"[0-9)]x[0-9(]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TightTimes();

    [GeneratedRegex(@"(?:^|[^0-9A-Za-z])x(?:\s?[=/<>]|[0-9])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex VariableX();

    // AB is a segment and no product, C_n^r a number of choices and no power.
    [GeneratedRegex(@"[A-Z][\s{]{0,3}[A-Z]|[CAP]\}?_\s?(?:\{[^{}]*\}|[0-9a-z])\s?\^",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\[|\\\{|\\left\s?\{", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PartBracket();

    [GeneratedRegex(@"^[\s$]*(?:\\left\s?)?\[[^\[\]]*\][\s$]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IsBracketed();
}

using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>The right value in the form of the false one, where that is no plain number: a fraction, a mixed number, an amount in two
/// units such as hours and minutes.</summary>
internal static partial class FormRepair
{
    private const int MostDigits = 9;

    /// <summary>The edit where the value has the form and the relation is proven with it; else null.</summary>
    public static TextEdit? Of(JudgedLink link, StepContext context)
    {
        if (link.Sign != "=" || link.Judgment is not { Left: { IsReal: true, Exact: { } value } } || value.Sign <= 0
            || value.Denominator.ToString(CultureInfo.InvariantCulture).Length > MostDigits)
            return null;
        var start = link.Right.Start;
        var written = context.Analysis.Text[start..link.Right.End];
        var right = Fraction().Match(written) is { Success: true } fraction ? OfFraction(fraction, value)
            : Amount().Match(written) is { Success: true } amount ? OfAmount(amount, link, value) : null;
        return right is null ? null
            : RepairProof.Proven(context, link, new TextEdit(new TextSpan(start, written.TrimEnd().Length), right));
    }

    // In lowest terms, mixed where it was mixed.
    private static string? OfFraction(Match fraction, Rational value)
    {
        if (value.IsInteger)
            return Text(value);
        var whole = fraction.Groups["whole"].Length > 0 ? new Rational(value.Numerator / value.Denominator, 1) : Rational.Zero;
        var rest = value - whole;
        var before = whole.IsZero ? string.Empty : Text(whole) + fraction.Groups["gap"].Value;
        var (top, bottom) = (Text(new Rational(rest.Numerator, 1)), Text(new Rational(rest.Denominator, 1)));
        return before + (fraction.Groups["command"] is { Length: > 0, Value: var command } ? $"{command}{{{top}}}{{{bottom}}}"
            : $"{top}{fraction.Groups["slash"].Value}{bottom}");
    }

    // 75 min in hours and minutes, as "1 h 25 min" was written: 60 is what the hour is worth more than the minute.
    private static string? OfAmount(Match amount, JudgedLink link, Rational value)
    {
        if (link.RightExpression is not Call { Operation: Operation.Add, Arguments: [Quantity large, Quantity small] }
            || link.Judgment is not { Right.Exact: { } said, Unit: { } unit } || small.Unit != unit || large.Unit == unit
            || Number(amount.Groups["large"]) is not { IsZero: false } many || Number(amount.Groups["small"]) is not { } few
            || (said - few) / many is not { IsInteger: true } worth || worth <= Rational.One || !value.IsInteger)
            return null;
        var whole = new Rational((value / worth).Numerator / (value / worth).Denominator, 1);
        var rest = value - (whole * worth);
        var tail = $"{Text(rest)}{amount.Groups["smallUnit"].Value}";
        return whole.IsZero ? tail : $"{Text(whole)}{amount.Groups["between"].Value}{tail}";
    }

    private static Rational? Number(Group digits) =>
        int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Rational(number, 1) : null;

    private static string Text(Rational whole) => whole.Numerator.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<whole>[0-9]{1,6})(?<gap>\s*))?(?:(?<command>\\[dt]?frac)\s*(?:\{\s*[0-9]{1,9}\s*\}|[0-9])\s*"
        + @"(?:\{\s*[0-9]{1,9}\s*\}|[0-9])|[0-9]{1,9}(?<slash>\s*/\s*)[0-9]{1,9})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?<large>[0-9]{1,6})(?<between>[^0-9/.,]{1,20})(?<small>[0-9]{1,6})(?<smallUnit>[^0-9/]{1,20})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}

using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>Units that a problem defines for itself: lessons of 45 minutes, weeks of 5 days, a cup of 0.2 L. Where the factor that a
/// conversion uses stands in the problem or elsewhere in the step, the conversion is none that went wrong.</summary>
internal static class OwnUnits
{
    /// <summary>Whether <paramref name="factor"/> is a number of the problem, or of the step outside
    /// <paramref name="statement"/>.</summary>
    public static bool May(StepContext context, Rational factor, TextSpan statement)
    {
        if (factor.Sign <= 0 || !(factor * 1000).IsInteger)
            return false;
        var wanted = $" {GivenNumbers.Plain(factor.ToDecimalString(factor.IsInteger ? 0 : 3))} ";
        if (context.Facts.Traits.Givens.Contains(wanted, StringComparison.Ordinal))
            return true;
        var text = context.Analysis.Text;
        return GivenNumbers.In(text[..statement.Start]).Contains(wanted, StringComparison.Ordinal)
            || GivenNumbers.In(text[Math.Min(text.Length, statement.End)..]).Contains(wanted, StringComparison.Ordinal);
    }

    /// <summary>Whether the amounts on both sides of a conversion, its first and its last number, stand in such a proportion.</summary>
    public static bool May(StepContext context, string left, string right, TextSpan statement) =>
        GivenNumbers.First(left) is { IsZero: false } value && GivenNumbers.First(right) is { } stated
        && May(context, stated / value, statement);
}

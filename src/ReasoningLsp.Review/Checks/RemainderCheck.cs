using System.Numerics;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR106: a division's quotient and remainder do not give back the dividend.</summary>
internal sealed class RemainderCheck : ICheck
{
    public Rule Rule => RuleCatalog.FalseCongruence;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not { Sign: "=", IsNumeric: true, LeftExpression: Call { Operation: Operation.Divide } division, RightExpression: NumberLiteral { Value.IsInteger: true } quotient }
                || division.Arguments[0] is not NumberLiteral { Value.IsInteger: true } dividend || division.Arguments[1] is not NumberLiteral { Value: { IsInteger: true, Sign: > 0 } } divisor
                || Remainder(link.Statement.After) is not { } remainder || !ClaimGuard.IsCalculated(link.Statement))
                continue;
            var rest = new Rational(remainder, 1);
            if ((divisor.Value * quotient.Value) + rest == dividend.Value)
                continue;
            var right = (dividend.Value / divisor.Value).Floor();
            var over = dividend.Value - (divisor.Value * right);
            context.Report(new Draft(Rule, link.Span, $"{dividend} = {divisor}·{right} + {over}, the step says quotient {quotient} and remainder {rest}.", Evidence.Of(("division", $"{dividend} ÷ {divisor} = {right} remainder {over}"), ("stated", $"{divisor}·{quotient} + {rest} = {(divisor.Value * quotient.Value) + rest}"))));
        }
    }

    // "… = 17 with a remainder of 9", "… = 17 remainder 9".
    private static BigInteger? Remainder(string after)
    {
        var at = after.AsSpan(0, Math.Min(after.Length, 60)).IndexOf("remainder", StringComparison.Ordinal);
        if (at < 0 || after.AsSpan(0, at).ContainsAny('.', ';', '='))
            return null;
        var position = at + "remainder".Length;
        var limit = Math.Min(after.Length, position + 16);
        while (position < limit && !char.IsAsciiDigit(after[position]))
        {
            if (after[position] is '-' or '−' or '.' or '=' or 'x' or 'r')
                return null;
            position++;
        }

        var end = position;
        while (end < after.Length && end - position < 18 && char.IsAsciiDigit(after[end]))
            end++;
        return end > position && BigInteger.TryParse(after.AsSpan(position, end - position), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"sin 2y = 2 sin y cos y, therefore 25 sin 2y = 25 sin y cos y": an identity of which one side is multiplied by another number
/// than the other.</summary>
internal static class ScaledIdentity
{
    /// <summary>Reports under <paramref name="rule"/> what is no multiple of the identity right before it.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        for (var i = 1; i < context.Links.Length; i++)
        {
            var (first, second) = (context.Links[i - 1], context.Links[i]);
            if (IsAlone(first) && IsAlone(second) && first.Judgment.Holds && second.Identity is { FailsSomewhere: true } outcome
                && second.Statement.Index == first.Statement.Index + 1
                && DerivationBridge.Derives(second.Statement.Bridge, second.Statement.Lexicon) && ClaimGuard.IsAsserted(second.Statement)
                && ClaimGuard.IsAsserted(first.Statement) && Multiple(first.LeftExpression!, second.LeftExpression!) is { } left
                && Multiple(first.RightExpression!, second.RightExpression!) is { } right && left != right
                && !IsKnown(context, second))
            {
                var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
                context.Report(new Draft(rule, second.Span,
                    $"The left side is {left} times that of {first.Statement.FirstLink}, the right side {right} times.",
                    Evidence.Of(("first", first.Statement.FirstLink), ("counterexample", outcome.Point), ("left", x), ("right", y))));
            }
        }
    }

    private static bool IsAlone(JudgedLink link) => link is
    {
        Sign: "=", IsNumeric: false, IsAnnotation: false, LeftExpression: Call, RightExpression: Call, Statement.Chain.Signs.Length: 1
    } && ((link.Left.Ambiguities | link.Right.Ambiguities) & (ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)) == 0;

    // An equation that was stated before is that which the identity is used for.
    private static bool IsKnown(StepContext context, JudgedLink link) => link.Fact is not { } fact
        || context.EquationsBefore([.. fact.Symbols], fact.Statement).Any(other => other.Left.Equals(fact.Left));

    // How often the one is in the other: the factors but for numbers must be the same.
    private static Rational? Multiple(Expression first, Expression second)
    {
        var (one, other) = (new List<string>(), new List<string>());
        var (a, b) = (Factors(first, one), Factors(second, other));
        one.Sort(StringComparer.Ordinal);
        other.Sort(StringComparer.Ordinal);
        return a.IsZero || b.IsZero || one.Count == 0 || !one.SequenceEqual(other) ? null : b / a;
    }

    // The number that the factors make, and the others by their keys.
    private static Rational Factors(Expression expression, List<string> others)
    {
        switch (expression)
        {
            case NumberLiteral { Decimals: 0 } number:
                return number.Value;
            case Call { Operation: Operation.Negate, Arguments: [var inner] }:
                return -Factors(inner, others);
            case Call { Operation: Operation.Multiply } product:
                return product.Arguments.Aggregate(Rational.One, (value, factor) => value * Factors(factor, others));
            default:
                others.Add(expression.Key);
                return Rational.One;
        }
    }
}

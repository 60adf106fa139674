using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>"By the inequality of the means, (a + b)/2 ≤ √(ab)": an inequality that is said to hold for all values of its letters and is
/// false for all positive ones that are tried, in whatever order of size they are.</summary>
internal static class ClaimedInequality
{
    private const int MostLetters = 4, FewestPoints = 4;

    // Apart from each other, below one, about it and above.
    private static readonly ImmutableArray<ImmutableArray<Rational>> s_families =
    [
        [2, 5, 3, 9], [new(1, 3), new(2, 7), new(5, 9), new(1, 8)], [new(1, 2), 3, new(7, 4), 6], [10, 1, new(1, 5), 4],
    ];

    /// <summary>Reports under <paramref name="rule"/> the inequalities of a step that are false.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { RedefinesNotation: true } or { HasSpecialNumbers: true }
            || context.Analysis.HasCases || !SpeaksOfLaw(context))
            return;
        foreach (var link in context.Links)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (link is
                {
                    Sign: "<" or ">" or "≤" or "≥", IsNumeric: false, IsAnnotation: false, LeftExpression: { } left,
                    RightExpression: { } right, Statement.Chain.Modulus: null
                }
                && ((link.Left.Ambiguities | link.Right.Ambiguities) & ClaimRoles.Unsure) == 0
                && ExpressionInspector.Symbols(left, right) is { Count: > 1 and <= MostLetters } names
                && ClaimGuard.IsAsserted(link.Statement) && !ClaimGuard.IsTried(link.Statement)
                && !HasOther(left) && !HasOther(right) && !IsTied(context, names, link.Statement.Index)
                && !Contradictions.Follow(context.Analysis.Plain, link.Statement)
                && Witness(context.Tools, link.Sign, left, right, names) is var (point, a, b))
            {
                context.Report(new Draft(rule, link.Span,
                    $"{left} {link.Sign} {right} does not hold: at {point} the left side is {a}, the right side {b}.",
                    Evidence.Of(("counterexample", point), ("left", $"{left} = {a}"), ("right", $"{right} = {b}"))));
            }
        }
    }

    private static bool SpeaksOfLaw(StepContext context) =>
        context.Analysis.Lexicon.Has(PhraseRole.InequalityLaw, context.Analysis.Lower);

    // What else is said of the letters may hold for a few values only.
    private static bool IsTied(StepContext context, HashSet<string> names, int statement) =>
        context.Facts.Traits.HasTriangle || context.EquationsBefore(names, statement)
            .Any(fact => fact.Symbols.Overlaps(names) && !fact.IsRewriting
                && !(fact.Left is Symbol { Name: var name } && !names.Contains(name)));

    // The first of many points, where the sides are certainly the other way round at each at which both are defined.
    private static (string Point, string Left, string Right)? Witness(Toolbox tools, string sign, Expression left, Expression right,
        HashSet<string> names)
    {
        var ordered = names.Order(StringComparer.Ordinal).ToImmutableArray();
        (string, string, string)? first = null;
        var points = 0;
        foreach (var family in s_families)
        {
            for (var shift = 0; shift < family.Length; shift++)
            {
                for (var direction = 1; direction >= -1; direction -= 2)
                {
                    var values = ordered.Select((name, i) => (name,
                        Value: family[(((shift + (direction * i)) % family.Length) + family.Length) % family.Length])).ToList();
                    var symbols = values.ToDictionary(pair => pair.name, pair => Value.Of(pair.Value), StringComparer.Ordinal);
                    var evaluator = tools.Numeric.Evaluator;
                    if (evaluator.Evaluate(left, symbols) is not { IsReal: true } a
                        || evaluator.Evaluate(right, symbols) is not { IsReal: true } b)
                        continue;
                    if (a.Re.Range(evaluator.Arithmetic) is not { } x || b.Re.Range(evaluator.Arithmetic) is not { } y
                        || !(sign is "<" or "≤" ? y.High < x.Low : x.High < y.Low))
                        return null;
                    points++;
                    first ??= (string.Join(", ", values.Select(pair => $"{pair.name} = {pair.Value}")), ValueText.Of(a), ValueText.Of(b));
                }
            }
        }

        return points >= FewestPoints ? first : null;
    }

    private static bool HasOther(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is FunctionValue
        or Collection or Quantity or NumberLiteral { Decimals: > 0 }
        or Call
    {
        Operation: Operation.PlusMinus or Operation.Floor or Operation.Ceiling or Operation.Mod or Operation.Degrees
                or Operation.Factorial or Operation.Binomial or Operation.SumOver or Operation.ProductOver or Operation.Sin
                or Operation.Cos or Operation.Tan or Operation.Gcd or Operation.Lcm or Operation.Min or Operation.Max
    });
}

using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>Linear inequalities in one letter that follow one another: multiplied or divided by a negative number, the sign
/// turns.</summary>
internal static class TurnedSigns
{
    private const int LongestBridge = 60;

    /// <summary>Reports under <paramref name="rule"/> an inequality that keeps the bound of the one before and has the sign the other way
    /// round.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var statements = context.Analysis.Statements;
        for (var i = 0; i < statements.Length; i++)
        {
            var before = i == 0 ? context.Facts.TaskInequality : statements[i - 1];
            if (before is null || statements[i].Bridge.Length > LongestBridge || !ClaimGuard.IsAsserted(statements[i])
                || !(i == 0 || DerivationBridge.Derives(statements[i].Bridge, statements[i].Lexicon))
                || (i > 1 && IsInequality(statements[i - 2])) || (i + 1 < statements.Length && IsInequality(statements[i + 1]))
                || HalfLine(before) is not { } known || HalfLine(statements[i]) is not { } said
                || known.Name != said.Name || known.Bound != said.Bound || known.IsBelow == said.IsBelow)
                continue;
            var (first, second) = (before.FirstLink, statements[i].FirstLink);
            var isStrict = before.Chain.Signs is ["<" or ">"];
            var right = $"{known.Name} {(known.IsBelow ? isStrict ? '<' : '≤' : isStrict ? '>' : '≥')} {known.Bound}";
            var chain = statements[i].Chain;
            var evidence = Evidence.Of(("first", first), ("second", second), ("why", $"{first} holds for {right}"));
            // Only what is divided by a negative number turns its sign.
            context.Report(new Draft(rule, TextSpan.FromBounds(chain.Start, chain.End),
                $"{second} does not follow from {first}, which is {right}{(known.Turns ? $": {Mistake.Sign.Right}" : string.Empty)}.",
                known.Turns ? Mistake.Sign.AddTo(evidence) : evidence));
        }
    }

    // "x - 2 ≥ 0 and 2 - x ≥ 0, which implies x ≥ 2 and x ≤ 2": which comes from which is not said.
    private static bool IsInequality(Statement statement) => statement.Chain.Signs.Any(sign => sign is "<" or ">" or "≤" or "≥");

    // ax + b > cx + d as x < bound or x > bound, and whether its sign turns on the way; null where it is no such inequality.
    private static (string Name, Rational Bound, bool IsBelow, bool Turns)? HalfLine(Statement statement)
    {
        if (statement.Chain is not
            {
                Signs: [("<" or ">" or "≤" or "≥") and var sign],
                Members: [{ Expression: { } left }, { Expression: { } right }]
            }
            || OneUnknown.Of(left, right) is not ({ Degree: 1, Coefficients: [var constant, var slope] } difference, var over))
            return null;
        return (difference.Atom, -constant / slope, sign is "<" or "≤" == slope.Sign * over > 0, slope.Sign * over < 0);
    }
}

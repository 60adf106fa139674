using ReasoningLsp.Mathematics.Expressions;
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
            if (!IsInequality(statements[i]))
                continue;
            var isFirst = i == 0 && context.Facts.TaskInequality is not null;
            var before = isFirst ? context.Facts.TaskInequality : i > 0 ? statements[i - 1] : context.Facts.LastStatement;
            if (before is null || statements[i].Bridge.Length > LongestBridge || !ClaimGuard.IsAsserted(statements[i])
                || !(isFirst || IsLine(context, i) || DerivationBridge.Derives(statements[i].Bridge, statements[i].Lexicon))
                || (i > 1 && IsInequality(statements[i - 2]) && !Follows(before))
                || (i + 1 < statements.Length && IsInequality(statements[i + 1]) && !Follows(statements[i + 1]))
                || HalfLine(before) is not { } known || HalfLine(statements[i]) is not { } said
                || known.Name != said.Name || !(known.Bound == said.Bound ? known.IsBelow != said.IsBelow && (isFirst || i > 0)
                    : IsLine(context, i) && !IsBound(statements[i])))
                continue;
            var (first, second) = (before.FirstLink, statements[i].FirstLink);
            var isStrict = before.Chain.Signs is ["<" or ">"];
            var right = $"{known.Name} {(known.IsBelow ? isStrict ? '<' : '≤' : isStrict ? '>' : '≥')} {known.Bound}";
            var chain = statements[i].Chain;
            var evidence = Evidence.Of(("first", first), ("second", second), ("why", $"{first} holds for {right}"));
            // Only what is divided by a negative number turns its sign.
            var turns = known.Turns && known.Bound == said.Bound;
            context.Report(new Draft(rule, TextSpan.FromBounds(chain.Start, chain.End),
                $"{second} does not follow from {first}, which is {right}{(turns ? $": {Mistake.Sign.Right}" : string.Empty)}.",
                turns ? Mistake.Sign.AddTo(evidence) : evidence));
        }
    }

    // One inequality a line and only what is done beside it, in a problem that wants but this: each line has the solutions of the one
    // before.
    private static bool IsLine(StepContext context, int index) => context.Analysis.Statements is [var only] && index == 0
        && !context.Facts.HasCases && OperationWords.AreAll(only.Bridge, only.Lexicon) && !ClaimGuard.GoesOn(only)
        && context.Facts.BareTask is { Chain.Signs: ["<" or ">" or "≤" or "≥"] } task && HalfLine(task) is not null;

    // "x - 2 ≥ 0 ⟹ x ≥ 2", each drawn from the one before it.
    private static bool Follows(Statement statement) => !SetOfValues.AreJoined(statement.Bridge)
        && DerivationBridge.Derives(statement.Bridge, statement.Lexicon);

    // The bound itself is compared with the problem's inequality.
    private static bool IsBound(Statement statement) => statement.Chain.Members.Any(member => member.Expression is Symbol);

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

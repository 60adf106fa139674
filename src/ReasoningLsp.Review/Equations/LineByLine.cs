using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Equations;

/// <summary>A derivation written as pupils write it, one equation a step and nothing beside it but what is done: <c>5x - 10 = 3x + 4</c>,
/// <c>2x = 14</c>, <c>x = 7</c>.</summary>
internal static class LineByLine
{
    private const int MostWords = 2;
    private const int MostKnown = 12;
    private const double Tolerance = 0.002;

    private static readonly char[] s_gaps = [' ', '\t', '\n', '$', '\\', ',', '.', ':'];

    /// <summary>The equation of the step before that <paramref name="second"/> is written below; null where the step holds more than
    /// equations.</summary>
    public static EquationFact? Before(StepContext context, EquationFact second) =>
        second.Symbols.Count == 1 && context.Facts.LastEquation is { } last && !UnfoundedEquations.IsValue(last)
        && last.Symbols.SetEquals(second.Symbols) && !context.Facts.HasCases && IsBare(context.Analysis)
        && context.Facts.LastStatement is { } line && OperationNote.Without(line.After) is var after && !HasWords(after)
        && !after.Any(char.IsDigit)
        && !line.Has(UnfoundedEquations.Unsure) && !line.Chain.Members.Any(member => DividesByOne(member.Expression))
            ? last : null;

    /// <summary>Whether it has no solution in common with anything that was said of its letter, nor with the line before: then it is no
    /// other case, no other factor and no other exercise.</summary>
    public static bool IsRefuted(StepContext context, EquationFact line, EquationFact second)
    {
        var known = context.Facts.EquationsOn(second.Symbols);
        return known.Length <= MostKnown && known.All(fact => fact.Symbols.Count == 1
            ? EquationPair.Compare(fact, second, isRewritten: true, context.Tools, context.CancellationToken) is not null
                && !IsRounded(context, fact, second)
            : IsLinear(fact) && IsLinear(line) && IsLinear(second) && !line.Left.Equals(second.Left));
    }

    // With "B = x + 4" at hand "x + x + 4 = 30" gives x, whatever B is; "y = 2x + 1" has its points at 2x + 1 = 0 and at 2x + 1 = 5.
    private static bool IsLinear(EquationFact fact) => fact.Difference is { IsPolynomial: true, Top: var top }
        && top.Terms.Keys.All(term => top.Atoms().Sum(term.PowerOf) <= 1);

    // "(0.4 + y)/1 + y": nobody divides by one, and the line of the fraction goes on.
    private static bool DividesByOne(Expression? expression) => expression is not null && ExpressionInspector.Nodes(expression)
        .Any(node => node is Call { Operation: Operation.Divide, Arguments: [_, NumberLiteral { Value: var one }] } && one == Rational.One);

    // "x = 78.20" where 78.214… solves it.
    private static bool IsRounded(StepContext context, EquationFact fact, EquationFact value)
    {
        if (value.Left is not Symbol { Name: var name } || value.Right is not NumberLiteral { Decimals: > 0 })
            return false;
        Expression PutIn(Expression side) => ExpressionRewriter.PutIn(side, name, value.Right);
        return context.Tools.Links.JudgeReading(PutIn(fact.Left), PutIn(fact.Right)) is { Left: { } a, Right: { } b }
            && Math.Abs(a.Re.ToDouble() - b.Re.ToDouble()) <= Tolerance * Math.Abs(a.Re.ToDouble());
    }

    // Equations joined by "or", with no more than "so" before them.
    private static bool IsBare(StepAnalysis step)
    {
        var statements = step.Statements;
        if (statements.Length == 0 || statements.Length != step.Equations.Length || HasWords(OperationNote.Without(statements[^1].After)))
            return false;
        for (var i = 1; i < statements.Length; i++)
        {
            // "2a = 14, so a = 7"
            if (!SetOfValues.AreJoined(statements[i].Bridge) && !OperationWords.AreAll(statements[i].Bridge, step.Lexicon))
                return false;
        }

        // What stands above it, be it a heading with a name: then another pupil or another way may begin.
        var before = statements[0].Bridge;
        return !HasWords(before) || (Words(before) <= MostWords && statements[0].Lexicon.Has(PhraseRole.Solved, before))
            || OperationWords.AreAll(before, step.Lexicon);
    }

    private static bool HasWords(string text) => Words(text) > 0;

    private static int Words(string text) => text.Split(s_gaps, StringSplitOptions.RemoveEmptyEntries)
        .Count(word => word.Any(char.IsLetter));
}

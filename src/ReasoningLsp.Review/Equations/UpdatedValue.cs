using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>A letter that is given its next value, as programs and iterations do: "a = 1. Then a = 2a + 1 = 3. Then a = 7", "n = 6:
/// n/2 = 3, so n = 3". The equation was worked out with the value before, and is none that the next one has to satisfy.</summary>
internal static class UpdatedValue
{
    /// <summary>Whether <paramref name="second"/> gives its letter a new value after it was put into <paramref name="first"/>.</summary>
    public static bool Is(StepContext context, EquationFact first, EquationFact second)
    {
        if (second.Left is not Symbol letter)
            return false;
        var chain = context.Analysis.Statements.FirstOrDefault(statement => statement.Chain.Start <= first.Start
            && first.End <= statement.Chain.End)?.Chain;
        if (chain?.Members[0].Expression is Symbol own && own.Name == letter.Name && chain.Members.Skip(1).Any(member =>
            member.Expression is { } side && ExpressionInspector.Symbols(side).Contains(letter.Name)))
            return true;
        return (first.Right.Equals(second.Right) || first.Left.Equals(second.Right))
            && Before(context, first, letter).Any(value => Holds(context, first, letter, value));
    }

    private static IEnumerable<Expression> Before(StepContext context, EquationFact first, Symbol letter) =>
        context.Analysis.Equations.Where(fact => fact.Start < first.Start && fact.Left.Equals(letter) && UnfoundedEquations.IsValue(fact))
            .Select(fact => fact.Right)
            .Concat(context.Facts.ValuesOf(letter.Name).Select(value => value.Claim.Value));

    private static bool Holds(StepContext context, EquationFact equation, Symbol letter, Expression value) => context.Tools.Numeric.Equal(
        ExpressionRewriter.PutIn(equation.Left, letter.Name, value), ExpressionRewriter.PutIn(equation.Right, letter.Name, value)).Holds;
}

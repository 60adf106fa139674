using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Assume f(x) = x + a. Then (x + a) + y = …": the form that a function is said to have, put into an equation of its values,
/// which no longer holds one then. One side is what the form makes of it, and the other is not.</summary>
internal static class FunctionForm
{
    private const int MostFacts = 12;

    /// <summary>Reports under <paramref name="rule"/> an equation with such a side.</summary>
    public static void Compare(StepContext context, Rule rule, EquationFact fact, Statement statement)
    {
        var known = context.EquationsBefore(fact.Symbols, statement.Index).Where(FunctionEquation.IsOfSeveral)
            .DistinctBy(other => other.Key).TakeLast(MostFacts).ToList();
        if (known.Count == 0 || !FunctionEquation.IsStated(context, statement))
            return;
        var (isLeftKnown, isRightKnown) = (false, false);
        (EquationFact Fact, FunctionWithParameters Functions, Expression Left, Expression Right, bool IsLeft)? found = null;
        foreach (var other in known)
        {
            if (FunctionWithParameters.For(context, statement.Index, other.Left, other.Right) is not { } functions
                || functions.PutInto(other.Left) is not { } left || functions.PutInto(other.Right) is not { } right)
                continue;
            var symbols = ExpressionInspector.Symbols(left, right);
            // What the form makes the same on both sides is no equation that anything follows from.
            if (!symbols.SetEquals(fact.Symbols) || !symbols.Overlaps(functions.Parameters) || symbols.IsSubsetOf(functions.Parameters)
                || context.Tools.Identities.Compare(left, right).Agrees)
                continue;
            var (first, second) = (context.Tools.Identities.Compare(left, fact.Left), context.Tools.Identities.Compare(right, fact.Right));
            // Both are known, be it of two equations: a chain of three goes from its first side to its last.
            (isLeftKnown, isRightKnown) = (isLeftKnown || first.Agrees || Agrees(context, right, fact.Left),
                isRightKnown || second.Agrees || Agrees(context, left, fact.Right));
            if (isLeftKnown && isRightKnown)
                return;
            if (first.Agrees && second.Holds == false && FunctionEquation.IsTelling(left))
                found = (other, functions, left, right, false);
            else if (second.Agrees && first.Holds == false && FunctionEquation.IsTelling(right))
                found = (other, functions, left, right, true);
        }

        if (found is var (equation, form, a, b, isLeft) && equation is not null)
            FunctionEquation.Report(context, rule, fact, equation, form.Written, isLeft ? a : b, isLeft ? fact.Left : fact.Right);
    }

    private static bool Agrees(StepContext context, Expression left, Expression right) =>
        context.Tools.Identities.Compare(left, right).Agrees;
}

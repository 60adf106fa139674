using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>Tells by the task, and by what else the trace says of the letters, that an equality is claimed for every value.</summary>
internal static class TaskClaim
{
    private const int NearBy = 40;

    /// <summary>Whether the left side is an expression that the problem wants written anew, or goes on from the line before.</summary>
    public static bool Is(StepContext context, JudgedLink link, Expression left, Expression right)
    {
        // "a + b = 8 + 5" puts values in, and "x + 3 = 5" is an equation.
        if (!IsCalculation(left) || ExpressionInspector.IsClosed(right) || !SaysNothingNew(left, right))
            return false;
        if (link.Index == 0 && NewForm.IsOfProblem(context, left, right))
            return true;
        // "So the expression becomes A = B", and A is what the problem speaks of.
        if (link.Index == 0 && RewritingForm.Is(left) && link.Statement.Lexicon.Has(PhraseRole.Becomes, LastWords(link.Statement.Before))
            && context.Facts.GivenExpressions.Any(formula => IsSame(formula, left)))
            return true;
        return context.Facts.Task is { IsEmpty: false } task
            && (task.Any(formula => IsSame(formula, left)) || IsContinued(context, link, left, task));
    }

    /// <summary>Whether the left side is left to be worked out and nothing in the trace ties its letters: then it is no equation that is
    /// solved, and no condition that is used.</summary>
    public static bool StandsAlone(StepContext context, JudgedLink link, EquationFact fact, Expression left, Expression right) =>
        link.Index == 0 && !fact.Symbols.Any(IsCapital) && RewritingForm.Is(left) && !RewritingForm.HasOther(right, left)
            && SaysNothingNew(left, right)
            && !ExpressionInspector.IsClosed(right)
        && !context.Facts.Traits.SeeksUnknown && fact.Identity.FailsSomewhere && context.Facts.StandsAlone(fact);

    private static string LastWords(string text) => text.Length > NearBy ? text[^NearBy..] : text;

    // Matrices, events and expectations have rules of their own.
    private static bool IsCapital(string name) => char.IsUpper(name[0]);

    private static bool IsCalculation(Expression expression) => expression is Call { Operation: not Operation.Percent };

    private static bool SaysNothingNew(Expression left, Expression right) =>
        ExpressionInspector.Symbols(right).IsSubsetOf(ExpressionInspector.Symbols(left))
        && !ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(node => node is FunctionValue or Collection
            or Quantity
            or Call { Operation: Operation.PlusMinus or Operation.Floor or Operation.Ceiling or Operation.Mod });

    private static bool IsSame(Expression formula, Expression left) =>
        formula.Equals(left) || (RewritingForm.Is(left)
            && RationalFunction.Difference(formula, left) is { IsPolynomial: true, Top.IsZero: true });

    // The line before ended with it, and began with what the task asks for.
    private static bool IsContinued(StepContext context, JudgedLink link, Expression left, ImmutableArray<Expression> task) =>
        link.Index == 0 && context.Analysis.Equations.Where(fact => fact.Statement < link.Statement.Index)
            .Append(context.Facts.LastEquation).Any(fact => fact?.Right.Equals(left) == true
                && task.Any(formula => IsSame(formula, fact.Left)));
}

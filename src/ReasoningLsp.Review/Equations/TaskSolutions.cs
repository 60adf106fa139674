using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>The first step of a solution beside the one equation that the problem wants solved: each of its equations, "x = 9 or
/// x − 9 = 9", has a solution in common with it.</summary>
internal static class TaskSolutions
{
    private const int LongestBridge = 60;

    /// <summary>Reports under <paramref name="rule"/> the equations of the first step that cannot come from the problem's.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Analysis.Equations.IsEmpty || context.Facts.TaskEquation is not { } task || context.Facts.Traits.HasOtherLaws)
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length && IsNext(context.Analysis, i); i++)
        {
            var equation = equations[i];
            var statement = context.Analysis.Statements[equation.Statement];
            if (!equation.Symbols.SetEquals(task.Symbols) || !ClaimGuard.IsAsserted(statement) || HasUnit(equation)
                || (HasDomain(task) && !OperationWords.AreAll(statement.Bridge, statement.Lexicon))
                || (statement.Chain.Signs.Length > 1 && !IsCalculated(equation, statement)))
                return;
            if (EquationPair.Compare(task, equation, isRewritten: true, context.Tools, context.CancellationToken) is { } witness)
            {
                var mistake = SplitsProduct(task, equation) ? Mistake.ZeroProduct : null;
                var evidence = Evidence.Of(("first", task.Key), ("second", equation.Key), ("why", witness.TrimStart(':', ' ')));
                context.Report(new Draft(rule, TextSpan.FromBounds(equation.Start, equation.End),
                    $"{equation.Key} does not follow from {task.Key}{witness}.{mistake?.Sentence}", mistake?.AddTo(evidence) ?? evidence));
                return;
            }
        }
    }

    // "x = 12 - 3 = 9"
    private static bool IsCalculated(EquationFact equation, Statement statement) => equation.Left is Symbol
        && statement.Chain.Signs.All(sign => sign == "=")
        && statement.Chain.Members.Skip(1).All(member => member.Expression is { } side && ExpressionInspector.IsClosed(side));

    // The step opens with it, or it stands beside the one before with "or" between them.
    private static bool IsNext(StepAnalysis analysis, int index)
    {
        var equation = analysis.Equations[index];
        var statement = analysis.Statements[equation.Statement];
        if (equation.Link != 0 || equation.Statement != index)
            return false;
        return index == 0 ? statement.Bridge.Length < LongestBridge && (!UnfoundedEquations.IsValue(equation) || IsDerived(statement))
            : SetOfValues.AreJoined(statement.Bridge);
    }

    // "The axis of symmetry is x = 5/2" says of what the value is.
    private static bool IsDerived(Statement statement) => !statement.Bridge.Any(char.IsLetter)
        || DerivationBridge.Derives(statement.Bridge, statement.Lexicon) || statement.Lexicon.Has(PhraseRole.Solved, statement.Bridge)
        || statement.Lexicon.Has(PhraseRole.Concluded, statement.Bridge);

    // x(x - 9) = 9, so x = 9: a factor that is set to what the product is.
    private static bool SplitsProduct(EquationFact task, EquationFact equation) =>
        task.Left is Call { Operation: Operation.Multiply } product && product.Arguments.Contains(equation.Left)
        && task.Right.Equals(equation.Right) && equation.Right is not NumberLiteral { Value.IsZero: true };

    // "The domain ends at x - 1 = 0": of a logarithm more is said than what follows from the equation.
    private static bool HasDomain(EquationFact fact) => ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right))
        .Any(node => node is Call { Operation: Operation.Ln or Operation.Log });

    private static bool HasUnit(EquationFact fact) =>
        ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).Any(node => node is Quantity
            or FunctionValue or Collection
            or Call { Operation: Operation.PlusMinus or Operation.Degrees });
}

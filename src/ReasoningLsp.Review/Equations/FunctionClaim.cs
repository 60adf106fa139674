using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>Puts what the problem or an earlier statement defines in the place of f(3), f(x + 1), f'(x).</summary>
internal static class FunctionClaim
{
    private const int MostNodes = 200, HighestOrder = 4;

    /// <summary>The letters that functions are defined with.</summary>
    public static readonly string[] Variables = ["x", "t", "n", "y", "z", "s", "u", "r", "x_0", "x_1", "a", "m"];

    /// <summary>The side with every value of a function worked out; null where one is not defined, or in more than one way.</summary>
    /// <param name="side">The side.</param>
    /// <param name="statement">The statement that it belongs to: what is defined before it counts.</param>
    /// <param name="context">The step.</param>
    /// <param name="definition">The first definition that was used, for people; null where there was none.</param>
    public static Expression? WorkedOut(Expression side, int statement, StepContext context, out string? definition)
    {
        string? used = null;
        var isKnown = true;
        var result = ExpressionInspector.IsLargerThan(MostNodes, side) ? null : ExpressionRewriter.Rewrite(side, node =>
        {
            if (node is not FunctionValue value)
                return null;
            if (Replaced(value, statement, context, ref used) is { } replacement)
                return replacement;
            isKnown = false;
            return node;
        });
        definition = used;
        return isKnown ? result : null;
    }

    private static Expression? Replaced(FunctionValue value, int statement, StepContext context, ref string? used)
    {
        var name = value.Name.TrimEnd('\'');
        var order = value.Name.Length - name.Length;
        if (value.Arguments is not [var argument] || order > HighestOrder
            || Definition(name, statement, context) is not var (variable, body))
            return null;
        used ??= $"{name}({variable}) = {body}";
        // g inside of f(g(x)).
        var inner = argument is FunctionValue or Call ? WorkedOut(argument, statement, context, out _) : argument;
        if (inner is null)
            return null;
        var whole = order == 0 ? body
            : Call.Of(Operation.Derivative, body, new Symbol(variable), new NumberLiteral(new Rational(order, 1)));
        whole = context.Tools.Numeric.Reduce(whole);
        return ExpressionRewriter.Rewrite(whole, node => node is Symbol symbol && symbol.Name == variable ? inner : null);
    }

    /// <summary>Reports what a step says of f(3), f'(x) or f(x + 1) where the definition says otherwise. "f(x) = 0" and "f'(x) = 0" are
    /// conditions.</summary>
    public static void Check(StepContext context, JudgedLink link, Expression left, Expression right, Rule rule)
    {
        // What a function is may hang on where its letter lies.
        if (context.Facts.Traits.HasInequality || context.Facts.HasCases)
            return;
        if (left is FunctionValue { Arguments: [Symbol] } whole && !whole.Name.EndsWith('\'') && link.Index == 0
            && !context.Facts.Traits.MovesGraphs && OperationWords.AreAll(link.Statement.Bridge, link.Statement.Lexicon)
            && NewForm.DefinitionOf(context, whole, right) is { } body)
        {
            var outcome = context.Tools.Identities.Compare(body, right);
            if (outcome.FailsSomewhere)
                Report(context, link, left, right, rule, $"{left} = {body}", outcome.Left, outcome.Right, At(outcome));
            return;
        }

        if (SaidFunction.Contradicts(context, link, left, right) is { } known)
        {
            var compared = context.Tools.Identities.Compare(known.Right, right);
            if (compared.FailsSomewhere)
                Report(context, link, left, right, rule, known.Key, compared.Left, compared.Right, At(compared));
            return;
        }

        if (link.Index == 0 && left is FunctionValue said && FunctionAt.Contradicts(context, said, right) is var (given, apart))
        {
            Report(context, link, given.Left, right, rule, $"{given.Left} = {given.Right}", apart.Right, apart.Left, At(apart));
            return;
        }

        if (left is FunctionValue { Arguments: [Symbol] } bare && (!bare.Name.EndsWith('\'') || ExpressionInspector.IsClosed(right)))
            return;
        // "f(0) = f(5)", "f(f(x)) = x": conditions on the function.
        if (right is Symbol || ExpressionInspector.Nodes(right).Any(node => node is FunctionValue)
            || left is not FunctionValue)
            return;
        if (WorkedOut(left, link.Statement.Index, context, out var definition) is not { } a || definition is null
            || WorkedOut(right, link.Statement.Index, context, out _) is not { } b)
            return;
        (a, b) = (WithConstants(a), WithConstants(b));
        if (ExpressionInspector.IsClosed(a) && ExpressionInspector.IsClosed(b))
        {
            var judgment = context.Tools.Links.JudgeReading(a, b);
            if (judgment.Verdict == Verdict.Fails)
                Report(context, link, left, right, rule, definition, judgment.Left, judgment.Right, string.Empty);
            else if (judgment.Verdict == Verdict.Holds)
                context.Confirm(link.Statement.Index, link.Index, $"{left} = {right} holds with {definition}");
            return;
        }

        if (ExpressionInspector.IsClosed(b) || !ExpressionInspector.Symbols(b).IsSubsetOf(ExpressionInspector.Symbols(a)))
            return;
        var outcomes = context.Tools.Identities.Compare(a, b);
        if (outcomes.Holds == true)
            context.Confirm(link.Statement.Index, link.Index, $"{left} = {right} holds with {definition}");
        else if (outcomes.FailsSomewhere && !OtherPlaces.MayHold(context.Tools, a, b))
            Report(context, link, left, right, rule, definition, outcomes.Left, outcomes.Right, At(outcomes));
    }

    private static string At(IdentityOutcome outcome) => $"at {outcome.Point} ";

    private static void Report(StepContext context, JudgedLink link, Expression left, Expression right, Rule rule, string definition,
        Value? truth, Value? said, string where)
    {
        var other = where.Length > 0 ? $", which is {ValueText.Of(said)}" : string.Empty;
        var mistake = Derivative(left, link.Statement.Index, context) is { } derivative
            ? MistakeCatalog.Of(derivative, WithConstants(right), context.Tools) : null;
        var evidence = Evidence.Of(("definition", definition), ("left", $"{left} = {ValueText.Of(truth)}"),
            ("right", $"{right} = {ValueText.Of(said)}"));
        context.Report(new Draft(rule, link.Span,
            $"With {definition}, {where}{left} is {ValueText.Of(truth)}, the step says {right}{other}.{mistake?.Sentence}",
            mistake?.AddTo(evidence) ?? evidence));
    }

    // f'(x) as the derivative of what f is, not yet worked out.
    private static Call? Derivative(Expression left, int statement, StepContext context) =>
        left is FunctionValue { Name: [.. var name, '\''], Arguments: [Symbol] }
            && Definition(name, statement, context) is var (variable, body)
            ? Call.Of(Operation.Derivative, body, new Symbol(variable), new NumberLiteral(Rational.One)) : null;

    /// <summary>The expression with e for Euler's number, as it is beside the letter of a function.</summary>
    public static Expression WithConstants(Expression expression) =>
        ExpressionRewriter.Rewrite(expression, node => node is Symbol { Name: "e" } ? Constant.E : null);

    // f(x) = … with x for the name that is defined with, said once or always in the same way.
    private static (string Variable, Expression Body)? Definition(string name, int statement, StepContext context)
    {
        (string Variable, Expression Body)? found = null;
        foreach (var variable in Variables)
        {
            var key = $"{name}({variable})";
            foreach (var fact in context.EquationsOn(key, statement))
            {
                if (fact.Link != 0 || fact.Left is not FunctionValue { Arguments: [Symbol] } defined || defined.Key != key
                    || ExpressionInspector.IsClosed(fact.Right) || (fact.Right is Symbol && fact.Statement != 0))
                    continue;
                // Parameters, cases and conditions are no definition that values can be read off.
                if (fact.Right is Symbol || ExpressionInspector.Symbols(fact.Right).Any(symbol => symbol != variable
                    && symbol is not ("e" or "i"))
                    || ExpressionInspector.Nodes(fact.Right).Any(node => node is FunctionValue or Collection or Quantity))
                    return null;
                if (found is var (other, body) && !(other == variable && context.Tools.Identities.Compare(body, fact.Right).Agrees))
                    return null;
                found ??= (variable, WithConstants(fact.Right));
            }
        }

        return found;
    }
}

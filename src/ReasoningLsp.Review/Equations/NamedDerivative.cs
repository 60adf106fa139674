using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>y' and dy/dx beside y = 5x³ - 2x. Where nobody speaks of derivatives, y' may be the image of y.</summary>
internal static class NamedDerivative
{
    /// <summary>Reports under <paramref name="rule"/> what is said to be the derivative and is not.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits.HasInequality || context.Facts.HasCases)
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            if (fact is { Left: Symbol { Name: var sign }, Link: 0 } && BaseOf(sign) is { } name
                && !ExpressionInspector.IsClosed(fact.Right) && context.Analysis.Statements[fact.Statement] is var statement
                && ClaimGuard.IsAsserted(statement) && !ClaimGuard.IsTried(statement)
                && !statement.Has(ClaimRoles.Unsure)
                && Definition(context, name, fact) is var (variable, body) && (sign.Length < Quotient || sign[^1] == variable[0])
                && ExpressionInspector.Symbols(FunctionClaim.WithConstants(fact.Right)).IsSubsetOf([variable]))
                Test(context, rule, fact, (name, variable, body), isSaid: sign.Length == Quotient
                    || context.Facts.Traits.HasDerivatives || statement.Lexicon.Has(PhraseRole.Derivative, statement.Before));
        }
    }

    private const int Quotient = 5;

    // y of y', and of dy/dx.
    private static string? BaseOf(string written) => written switch
    {
        [var name, '\''] when char.IsAsciiLetter(name) => $"{name}",
        ['d', var name, '/', 'd', _] => $"{name}",
        _ => null,
    };

    // Where derivatives are not spoken of, it is one if it follows a wrong rule for them.
    private static void Test(StepContext context, Rule rule, EquationFact fact, (string Name, string Variable, Expression Body) defined,
        bool isSaid)
    {
        var said = FunctionClaim.WithConstants(fact.Right);
        var derivative = Call.Of(Operation.Derivative, defined.Body, new Symbol(defined.Variable), new NumberLiteral(Rational.One));
        var truth = context.Tools.Numeric.Reduce(derivative);
        var outcome = context.Tools.Identities.Compare(truth, said);
        if (!outcome.FailsSomewhere)
        {
            if (outcome.Holds == true)
                context.Confirm(fact.Statement, fact.Link, $"{fact.Key} is the derivative of {defined.Body}");
            return;
        }

        if (OtherPlaces.MayHold(context.Tools, truth, said))
            return;
        outcome = context.Tools.Identities.AtSmallest(truth, said) ?? outcome;
        var at = outcome.Point;
        var (left, right) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        var mistake = MistakeCatalog.Of(derivative, said, context.Tools)
            ?? (TermByTerm(defined.Body, defined.Variable) is var terms && !terms.Equals(derivative)
                ? MistakeCatalog.Of(terms, said, context.Tools) : null);
        if (mistake is null && !isSaid)
            return;
        var evidence = Evidence.Of(("definition", $"{defined.Name} = {defined.Body}"), ("counterexample", at),
            ("left", $"{fact.Left} = {left}"), ("right", $"{fact.Right} = {right}"));
        context.Report(new Draft(rule, new Traces.TextSpan(fact.Start, fact.End - fact.Start),
            $"With {defined.Name} = {defined.Body}, {fact.Left} is not {fact.Right}: at {at} the first is {left}, the second "
                + $"{right}.{mistake?.Sentence}", mistake?.AddTo(evidence) ?? evidence));
    }

    // "100x − 2x²" as 100·(x)' − 2·(x²)': a wrong rule is used on one of the terms.
    private static Expression TermByTerm(Expression body, string variable) => body switch
    {
        Call { Operation: Operation.Add } sum =>
            new Call(Operation.Add, [.. sum.Arguments.Select(term => TermByTerm(term, variable))]),
        Call { Operation: Operation.Negate, Arguments: [var inner] } => Call.Of(Operation.Negate, TermByTerm(inner, variable)),
        Call { Operation: Operation.Multiply, Arguments: [var factor, var inner] } when ExpressionInspector.IsClosed(factor) =>
            Call.Of(Operation.Multiply, factor, TermByTerm(inner, variable)),
        _ => Call.Of(Operation.Derivative, body, new Symbol(variable), new NumberLiteral(Rational.One)),
    };

    // What y is, said once or always in the same way, and in one letter.
    private static (string Variable, Expression Body)? Definition(StepContext context, string name, EquationFact derivative)
    {
        (string Variable, Expression Body)? found = null;
        foreach (var fact in context.EquationsOn(name, derivative.Statement))
        {
            if (fact is not { Link: 0, Left: Symbol } || ((Symbol)fact.Left).Name != name
                || ExpressionInspector.Symbols(fact.Right).Where(symbol => symbol != "e").ToList() is not [var variable]
                || variable.Length != 1 || variable == name
                || ExpressionInspector.Nodes(fact.Right).Any(node => node is FunctionValue or Collection or Quantity))
                return null;
            var body = FunctionClaim.WithConstants(fact.Right);
            if (found is var (other, first) && !(other == variable && context.Tools.Identities.Compare(first, body).Agrees))
                return null;
            found ??= (variable, body);
        }

        return found;
    }
}

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>f⁻¹(x) = g(x) beside what defines f: f of it must be x.</summary>
internal static class InverseFunction
{
    /// <summary>Reports under <paramref name="rule"/> what is said to be the inverse of a known function, or a value of it, and is
    /// not. One over the function may be what a minus one above it means.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        foreach (var link in context.Links)
        {
            if (link is { Sign: "=", IsAnnotation: false, LeftExpression: { } left, RightExpression: { } right }
                && Inverted(left) is var (function, argument) && !context.Facts.Traits.HasInequality && !context.Facts.HasCases
                && !ExpressionInspector.Nodes(right).Any(node => node is FunctionValue)
                && ClaimGuard.IsAsserted(link.Statement) && !ClaimGuard.IsTried(link.Statement)
                && FunctionClaim.WorkedOut(new FunctionValue(function, [right]), link.Statement.Index, context,
                    out var definition) is { } image
                && definition is not null && !IsReciprocal(context, link, function, argument, right))
                Test(context, link, rule, (argument, image), definition);
        }
    }

    private static (string Function, Expression Argument)? Inverted(Expression left) =>
        left is FunctionValue { Name: [.. var name, '^', '-', '1'], Arguments: [var argument] }
        && !ExpressionInspector.Nodes(argument).Any(node => node is FunctionValue) ? (name, argument) : null;

    private static bool IsReciprocal(StepContext context, JudgedLink link, string function, Expression argument, Expression right) =>
        !context.Facts.Traits.SeeksInverse
        && FunctionClaim.WorkedOut(new FunctionValue(function, [argument]), link.Statement.Index, context, out _) is { } value
        && context.Tools.Identities.Compare(Call.Of(Operation.Multiply, value, right), new NumberLiteral(Rational.One)).Agrees;

    private static void Test(StepContext context, JudgedLink link, Rule rule, (Expression Argument, Expression Image) sides,
        string definition)
    {
        var (argument, image) = sides;
        var isClosed = ExpressionInspector.IsClosed(argument) && ExpressionInspector.IsClosed(image);
        if (isClosed ? context.Tools.Links.JudgeReading(image, argument).Verdict != Verdict.Fails
            : context.Tools.Identities.Compare(image, argument).Holds != false || OtherPlaces.MayHold(context.Tools, image, argument))
            return;
        context.Report(new Draft(rule, link.Span,
            $"With {definition}, {link.LeftExpression} is not {link.RightExpression}: its value there is {image}, and not {argument}.",
            Evidence.Of(("definition", definition), ("composed", $"{image}"), ("wanted", $"{argument}"))));
    }
}

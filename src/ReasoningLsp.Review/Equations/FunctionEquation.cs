using System.Buffers;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"f(x)f(x + y) = f(2x + y) - xf(x + y) + x. Put y = -x: f(x)f(0) = f(x) - xf(x) + x": values put into an equation that holds
/// for every value. One side is what they make of it, and the other is not.</summary>
internal static class FunctionEquation
{
    private const int MostNodes = 150;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(".;?!。；");

    /// <summary>Reports under <paramref name="rule"/> the equations with such a side.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasVectors: true } or { IsCongruent: true } or { HasOtherBase: true }
            or { RedefinesNotation: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var statement = context.Analysis.Statements[fact.Statement];
            if (fact.Link > 0 || statement.Chain.Signs is not ["="] || fact.Symbols.Count == 0 || statement.Index == 0
                || fact.IsRewriting)
                continue;
            if (HasFunction(fact))
                CompareAtValues(context, rule, fact, statement);
            else
                FunctionForm.Compare(context, rule, fact, statement);
        }
    }

    /// <summary>Whether a statement says that its sides are equal.</summary>
    public static bool IsStated(StepContext context, Statement statement) => ClaimGuard.IsCalculated(statement)
        && !statement.Has(ClaimRoles.Unsure) && !statement.Has(UnfoundedEquations.Unsure)
        && !Contradictions.Follow(context.Analysis.Plain, statement);

    // One of the letters that the equation holds for is given a value or another letter, and the equation is written down with it.
    private static void CompareAtValues(StepContext context, Rule rule, EquationFact fact, Statement statement)
    {
        var given = context.Facts.PlacedEquationsOn([.. fact.Symbols]).Where(placed => placed.Step < 0 && IsOfSeveral(placed.Fact))
            .Select(placed => placed.Fact).DistinctBy(other => other.Key).ToList();
        if (given is not [var equation] || PutIn(context, statement) is not { Count: > 0 } values || !IsStated(context, statement))
            return;
        var letters = Letters(equation);
        if (!values.Keys.All(letters.Contains) || letters.Count == 0)
            return;
        var (left, right) = (Put(equation.Left, values), Put(equation.Right, values));
        if (ExpressionInspector.IsLargerThan(MostNodes, left) || ExpressionInspector.IsLargerThan(MostNodes, right))
            return;
        // With x = y either letter may stand.
        var (before, behind) = (Put(fact.Left, values), Put(fact.Right, values));
        var (a, b) = (Compare(context, left, before), Compare(context, right, behind));
        if (a.Agrees == b.Agrees || (a.Agrees ? b : a).Holds != false || !IsTelling(a.Agrees ? left : right)
            || LosesValue(a.Agrees ? right : left, a.Agrees ? behind : before, a.Agrees ? before : behind)
            || IsExplained(context, fact, equation, left, right))
            return;
        Report(context, rule, fact, equation, string.Join(", ", values.Select(pair => $"{pair.Key} = {pair.Value}")),
            a.Agrees ? right : left, a.Agrees ? fact.Right : fact.Left);
    }

    private static IdentityOutcome Compare(StepContext context, Expression left, Expression right) =>
        Tidy(left) is { } first && Tidy(right) is { } second ? context.Tools.Identities.Compare(first, second) : IdentityOutcome.Unknown;

    // f(x + -x) is f(0): each value of a function becomes a letter, named by its argument in one way; null where that has no such form.
    private static Expression? Tidy(Expression side)
    {
        var isKnown = true;
        var result = ExpressionRewriter.Rewrite(side, node =>
        {
            if (node is not FunctionValue value)
                return null;
            if (value.Arguments is [var argument] && Tidy(argument) is { } tidy && RationalFunction.From(tidy) is
                { IsPolynomial: true, Top: var top, Bottom.ConstantValue: { } bottom })
                return new Symbol($"{value.Name}({top.Scale(Rational.One / bottom)})");
            isKnown = false;
            return node;
        });
        return isKnown ? result : null;
    }

    // f(0) that is gone may have been known to be 0, unless the other side still has it; so may f(2x), unless another value is in its
    // place.
    private static bool LosesValue(Expression instance, Expression said, Expression other)
    {
        if (Tidy(instance) is not { } first || Tidy(said) is not { } second || Tidy(other) is not { } third)
            return true;
        var lost = Values(first).Except(Values(second)).Except(Values(third)).ToList();
        return lost.Exists(name => !name.AsSpan(name.IndexOf('(')).ContainsAnyInRange('A', 'z'))
            || lost.Count > Values(second).Except(Values(first)).Count();
    }

    private static HashSet<string> Values(Expression tidy) =>
        [.. ExpressionInspector.Symbols(tidy).Where(name => name.EndsWith(')'))];

    // The statements right before that give letters what is put in, with nothing but words between.
    private static Dictionary<string, Expression> PutIn(StepContext context, Statement statement)
    {
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        for (var i = statement.Index - 1; i >= 0; i--)
        {
            var other = context.Analysis.Statements[i];
            if (other.Chain.Signs.Any(sign => sign != "=") || other.Chain.Members[..^1].Any(member => member.Expression is not Symbol)
                || other.Chain.Members[^1].Expression is not { } value || HasFunction(value)
                || context.Analysis.Statements[i + 1].Bridge.AsSpan().ContainsAny(s_ends))
                break;
            foreach (var member in other.Chain.Members[..^1])
            {
                if (!values.TryAdd(((Symbol)member.Expression!).Name, value))
                    return [];
            }
        }

        return values;
    }

    private static Expression Put(Expression side, Dictionary<string, Expression> values) => ExpressionRewriter.Rewrite(side,
        node => node is Symbol { Name: var name } && values.TryGetValue(name, out var value) ? value : null);

    private static HashSet<string> Letters(EquationFact equation) => [.. ExpressionInspector.Nodes(equation.Left)
        .Concat(ExpressionInspector.Nodes(equation.Right)).OfType<Symbol>().Select(symbol => symbol.Name)];

    // What else is known of the values of the function may have been used; what brings in others cannot.
    private static bool IsExplained(StepContext context, EquationFact fact, EquationFact equation, Expression left, Expression right)
    {
        var own = ExpressionInspector.Symbols(left, right);
        own.UnionWith(fact.Symbols);
        var others = context.EquationsBefore([.. own], fact.Statement).Where(other => other.Key != equation.Key && HasFunction(other)
            && other.Symbols.Overlaps(own) && other.Symbols.IsSubsetOf(own)).ToList();
        if (others.Count == 0)
            return false;
        // f(0) = 1 is put into both.
        var values = others.Where(other => other.Left is FunctionValue { Arguments: [NumberLiteral] } && other.Right is NumberLiteral)
            .DistinctBy(other => other.Key).ToList();
        if (others.Exists(other => !values.Exists(value => value.Key == other.Key))
            || values.DistinctBy(value => value.Left.Key).Count() < values.Count)
            return true;
        return !(Differs(left, fact.Left) || Differs(right, fact.Right));

        bool Differs(Expression a, Expression b) => Known(a) is { } first && Known(b) is { } second
            && context.Tools.Identities.Compare(first, second).Holds == false;

        Expression? Known(Expression side) => Tidy(side) is { } tidy ? ExpressionRewriter.Rewrite(tidy, node => node is Symbol
            ? values.Find(value => Tidy(value.Left)?.Key == node.Key)?.Right : null) : null;
    }

    /// <summary>Whether it holds several values of functions: "f(x) = 3x - 1" says what f is, and "y = h(x)" what y is, and neither is an
    /// equation that a function has to satisfy.</summary>
    public static bool IsOfSeveral(EquationFact fact) => ExpressionInspector.Nodes(fact.Left)
        .Concat(ExpressionInspector.Nodes(fact.Right)).OfType<FunctionValue>().DistinctBy(value => value.Key).Skip(1).Any();

    private static bool HasFunction(EquationFact fact) => HasFunction(fact.Left) || HasFunction(fact.Right);

    /// <summary>Whether a value of a function stands in it.</summary>
    public static bool HasFunction(Expression side) => ExpressionInspector.Nodes(side).Any(node => node is FunctionValue);

    /// <summary>Whether it can be recognized: a number, or a letter by itself, may be a side of many equations.</summary>
    public static bool IsTelling(Expression side) => side is Call or FunctionValue && ExpressionInspector.Symbols(side).Count > 1;

    /// <summary>Reports an equation that does not follow from the other, and why.</summary>
    public static void Report(StepContext context, Rule rule, EquationFact fact, EquationFact equation, string with, Expression right,
        Expression said) =>
        context.Report(new Draft(rule, TextSpan.FromBounds(fact.Start, fact.End),
            $"{fact.Key} does not follow from {equation.Key}: with {with} the side {said} would be {right}.",
            Evidence.Of(("first", equation.Key), ("second", fact.Key), ("why", $"with {with} the side {said} would be {right}"))));
}

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>What functions are said to be with letters that stand for fixed numbers, <c>f(x) = ax + b</c>, put in their place.</summary>
internal sealed class FunctionWithParameters
{
    private const int MostNodes = 200, MostNested = 4;

    private readonly Dictionary<string, (string Variable, EquationFact Fact)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);

    private FunctionWithParameters()
    {
    }

    /// <summary>The letters of the definitions beside those that they are defined with.</summary>
    public HashSet<string> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The definitions, for people.</summary>
    public string Written => string.Join(", ", _known.Values.Select(known => known.Fact.Key));

    /// <summary>The definitions before a statement of the functions that occur in <paramref name="sides"/>; null where there is none with
    /// parameters, or something else is said of these.</summary>
    public static FunctionWithParameters? For(StepContext context, int statement, params Expression[] sides)
    {
        var names = sides.SelectMany(ExpressionInspector.Nodes).OfType<FunctionValue>().Select(value => value.Name)
            .ToHashSet(StringComparer.Ordinal);
        var result = new FunctionWithParameters();
        foreach (var name in names)
        {
            foreach (var variable in FunctionClaim.Variables)
            {
                foreach (var fact in context.EquationsOn($"{name}({variable})", statement))
                    result.Take(name, variable, fact);
            }
        }

        // Where an inequality tells pieces of a function apart, only what the step itself says it is.
        if (context.Facts.Traits.HasInequality && !result._known.Values.All(known => context.Analysis.Equations.Contains(known.Fact)))
            return null;
        return result._known.Count == names.Count && result.Parameters.Count > 0 && !result._several.Overlaps(names)
            && result.AreFree(context, statement) ? result : null;
    }

    /// <summary>The expression with every value of a function worked out; null where one is not known.</summary>
    public Expression? PutInto(Expression side)
    {
        for (var round = 0; round < MostNested; round++)
        {
            if (ExpressionInspector.IsLargerThan(MostNodes, side))
                return null;
            var isChanged = false;
            side = ExpressionRewriter.Rewrite(side, node =>
            {
                if (node is not FunctionValue { Arguments: [var argument] } value || !_known.TryGetValue(value.Name, out var known))
                    return null;
                isChanged = true;
                return ExpressionRewriter.PutIn(known.Fact.Right, known.Variable, argument);
            });
            if (!isChanged)
                return side;
        }

        return null;
    }

    private void Take(string name, string variable, EquationFact fact)
    {
        if (fact.Link != 0 || fact.Left is not FunctionValue { Arguments: [Symbol { Name: var own }] } defined || defined.Name != name
            || own != variable || ExpressionInspector.Nodes(fact.Right).Any(node => node is FunctionValue))
            return;
        if (fact.Right is not Call || ExpressionInspector.IsClosed(fact.Right) || !IsPlain(fact.Right)
            || (_known.TryGetValue(name, out var other) && !other.Fact.Key.Equals(fact.Key, StringComparison.Ordinal)))
        {
            _several.Add(name);
            return;
        }

        _known[name] = (variable, fact);
        Parameters.UnionWith(fact.Symbols.Where(symbol => symbol != variable && symbol != fact.Left.Key));
    }

    private static bool IsPlain(Expression body) => ExpressionInspector.Nodes(body).All(node =>
        node is NumberLiteral { Decimals: 0 } or Symbol { Name: not ("e" or "i") } or Constant || (node is Call call && IsPlain(call)));

    private static bool IsPlain(Call call) => call.Operation is Operation.Add or Operation.Multiply or Operation.Negate or Operation.Divide
        or Operation.Power;

    // Nothing that is known of the letters may make true what is said of them.
    private bool AreFree(StepContext context, int statement) => context.EquationsBefore(Parameters, statement)
        .All(fact => !fact.Symbols.Overlaps(Parameters) || fact.IsRewriting
            || ExpressionInspector.Nodes(fact.Left).Concat(ExpressionInspector.Nodes(fact.Right)).Any(node => node is FunctionValue));
}

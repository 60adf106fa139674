using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>What letters were said to be, by values and by definitions, each in one way only.</summary>
internal sealed class KnownValues
{
    private const int MostRounds = 3, MostNodes = 200;

    private readonly Dictionary<string, Expression> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);

    /// <summary>From facts; a value counts before a definition, and what the step says before what others say.</summary>
    /// <param name="own">Of the step.</param>
    /// <param name="others">Of the problem and of earlier steps.</param>
    /// <param name="tools">The mathematics.</param>
    public static KnownValues Of(IEnumerable<EquationFact> own, IEnumerable<EquationFact> others, Toolbox tools)
    {
        var values = new KnownValues();
        values.Take(own, tools);
        values.Take(others.Where(fact => !(fact.Left is Symbol { Name: var name } && values.Holds(name))), tools);
        return values;
    }

    private bool Holds(string name) => _several.Contains(name) || (_known.TryGetValue(name, out var said)
        && ExpressionInspector.IsClosed(said));

    private void Take(IEnumerable<EquationFact> facts, Toolbox tools)
    {
        foreach (var (name, said) in facts.SelectMany(Said).OrderBy(pair => ExpressionInspector.IsClosed(pair.Said) ? 0 : 1).ToList())
            Add(name, said, tools);
        foreach (var name in _several)
            _known.Remove(name);
    }

    /// <summary>The expression with what is known of its letters put in, and the letters that were put in.</summary>
    public Expression PutInto(Expression expression, ISet<string> used)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var changed = false;
            var next = ExpressionRewriter.Rewrite(expression, node =>
            {
                if (node is not Symbol { Name: var name } || !_known.TryGetValue(name, out var value))
                    return null;
                used.Add(name);
                changed = true;
                return value;
            });
            if (!changed)
                break;
            if (ExpressionInspector.IsLargerThan(MostNodes, next))
                break;
            expression = next;
        }

        return expression;
    }

    /// <summary>Whether it gives a letter one value, where others give it another: which of them counts is not known.</summary>
    public bool IsOneOfSeveral(EquationFact fact) => Said(fact).Any(pair => _several.Contains(pair.Name));

    /// <summary>The letters with what they were said to be, for a person.</summary>
    public string Written(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"{name} = {_known[name]}"));

    private void Add(string name, Expression said, Toolbox tools)
    {
        if (_several.Contains(name) || _known.TryAdd(name, said) || _known[name].Equals(said))
            return;
        // Two values that are not the same are two cases, or a mistake; another expression for a known value defines nothing.
        if (ExpressionInspector.IsClosed(_known[name]) && ExpressionInspector.IsClosed(said)
            && tools.Links.JudgeReading(_known[name], said).Verdict != Verdict.Holds)
            _several.Add(name);
        else if (!ExpressionInspector.IsClosed(_known[name]))
            _several.Add(name);
    }

    private static IEnumerable<(string Name, Expression Said)> Said(EquationFact fact)
    {
        if (fact.Link == 0 && fact.Left is Symbol { Name: var name } && IsPlain(fact.Right, name))
            yield return (name, fact.Right);
        if (fact.Right is Symbol { Name: var last } && ExpressionInspector.IsClosed(fact.Left) && IsPlain(fact.Left, last))
            yield return (last, fact.Left);
    }

    private static bool IsPlain(Expression said, string name) => !ExpressionInspector.Symbols(said).Contains(name)
        && !ExpressionInspector.Nodes(said).Any(node => node is Collection or FunctionValue
            or Call { Operation: Operation.PlusMinus or Operation.Percent });
}

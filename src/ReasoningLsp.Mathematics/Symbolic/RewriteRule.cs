using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>A rule that turns one expression into another, right or wrong: (a + b)^n into a^n + b^n. Its letters a, b, c, u and v stand for
/// any expressions, n and m for numbers and names, x and y for names.</summary>
/// <param name="From">What it is used on.</param>
/// <param name="To">What it gives.</param>
public sealed record RewriteRule(Expression From, Expression To)
{
    private const int MostParts = 6, MostResults = 40;

    /// <summary>What using the rule once, at any place, gives.</summary>
    public IEnumerable<Expression> Apply(Expression expression) => ApplyAt(expression).Take(MostResults);

    private IEnumerable<Expression> ApplyAt(Expression expression)
    {
        foreach (var found in Match(From, expression, ImmutableDictionary<string, Expression>.Empty))
            yield return ExpressionRewriter.Rewrite(To, node => node is Symbol { Name: var name }
                && found.TryGetValue(name, out var value) ? value : null);
        if (expression is not Call call)
            yield break;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            foreach (var part in ApplyAt(call.Arguments[i]))
                yield return new Call(call.Operation, call.Arguments.SetItem(i, part));
        }
    }

    private static IEnumerable<ImmutableDictionary<string, Expression>> Match(Expression pattern, Expression expression,
        ImmutableDictionary<string, Expression> known)
    {
        switch (pattern)
        {
            case Symbol { Name: var name }:
                if (known.TryGetValue(name, out var bound) ? bound.Equals(expression) : MayStandFor(name, expression))
                    yield return known.SetItem(name, expression);
                break;
            case Call call when expression is Call other && other.Operation == call.Operation:
                var matches = call.Operation is Operation.Add or Operation.Multiply ? MatchGroups(call, other, known)
                    : MatchInOrder(call, other, known);
                foreach (var match in matches)
                    yield return match;
                break;
            default:
                if (pattern.Equals(expression))
                    yield return known;
                break;
        }
    }

    private static bool MayStandFor(string name, Expression expression) => name switch
    {
        "n" or "m" => expression is NumberLiteral or Symbol,
        "x" or "y" => expression is Symbol,
        _ => true,
    };

    private static IEnumerable<ImmutableDictionary<string, Expression>> MatchInOrder(Call pattern, Call call,
        ImmutableDictionary<string, Expression> known)
    {
        IEnumerable<ImmutableDictionary<string, Expression>> found = pattern.Arguments.Length == call.Arguments.Length ? [known] : [];
        for (var i = 0; i < pattern.Arguments.Length && i < call.Arguments.Length; i++)
        {
            var (part, argument) = (pattern.Arguments[i], call.Arguments[i]);
            found = found.SelectMany(match => Match(part, argument, match));
        }

        return found;
    }

    // Two parts of the pattern stand for any two groups of the terms or factors.
    private static IEnumerable<ImmutableDictionary<string, Expression>> MatchGroups(Call pattern, Call call,
        ImmutableDictionary<string, Expression> known)
    {
        if (pattern.Arguments.Length != 2 || call.Arguments.Length > MostParts)
            return MatchInOrder(pattern, call, known);
        return Enumerable.Range(1, (1 << call.Arguments.Length) - 2)
            .SelectMany(bits => Match(pattern.Arguments[0], Group(call, bits, isIn: true), known)
                .SelectMany(match => Match(pattern.Arguments[1], Group(call, bits, isIn: false), match)));
    }

    private static Expression Group(Call call, int bits, bool isIn)
    {
        var parts = call.Arguments.Where((_, i) => (bits >> i & 1) == 1 == isIn).ToImmutableArray();
        return parts.Length == 1 ? parts[0] : new Call(call.Operation, parts);
    }
}

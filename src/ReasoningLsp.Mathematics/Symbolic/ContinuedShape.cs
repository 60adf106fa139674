using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Terms of one shape whose numbers grow evenly: 1·2 + 2·3 + … + 9·10, 1² + 2² + … + 10².</summary>
internal static class ContinuedShape
{
    private const int MostTerms = 3_000;

    /// <summary>Every term from the first to the last, worked out; null where the terms are bare numbers or of several shapes, or their
    /// numbers do not reach the last together.</summary>
    public static ImmutableArray<Rational>? Values(ImmutableArray<Expression> terms, Evaluator evaluator)
    {
        ImmutableArray<ImmutableArray<Rational>> slots = [.. terms.Select(Numbers)];
        if (terms[0] is not Call || terms.Any(term => Shape(term) != Shape(terms[0])))
            return null;
        var steps = slots[0].Zip(slots[1], (first, second) => second - first).ToImmutableArray();
        if (!slots.SkipLast(1).Select((numbers, at) => Moved(slots[0], steps, at).SequenceEqual(numbers)).All(fits => fits)
            || Count(slots[0], steps, slots[^1]) is not { } last || last < terms.Length - 2)
            return null;
        var values = ImmutableArray.CreateBuilder<Rational>(last + 1);
        for (var at = 0; at <= last; at++)
        {
            var numbers = new Queue<Rational>(Moved(slots[0], steps, at));
            var term = ExpressionRewriter.Rewrite(terms[0], node => node is NumberLiteral ? new NumberLiteral(numbers.Dequeue()) : null);
            if (evaluator.Evaluate(term, Evaluator.NoSymbols)?.Exact is not { } value)
                return null;
            values.Add(value);
        }

        return values.ToImmutable();
    }

    private static IEnumerable<Rational> Moved(ImmutableArray<Rational> first, ImmutableArray<Rational> steps, int at) =>
        first.Select((number, slot) => number + (steps[slot] * at));

    // How often the steps are taken until every number is that of the last term.
    private static int? Count(ImmutableArray<Rational> first, ImmutableArray<Rational> steps, ImmutableArray<Rational> last)
    {
        var slot = steps.TakeWhile(step => step.IsZero).Count();
        return slot < steps.Length && (last[slot] - first[slot]) / steps[slot] is { IsInteger: true, Sign: > 0 } times && times < MostTerms
            && Moved(first, steps, (int)times.Numerator).SequenceEqual(last) ? (int)times.Numerator : null;
    }

    // In the order in which they are rewritten.
    private static ImmutableArray<Rational> Numbers(Expression term)
    {
        var numbers = ImmutableArray.CreateBuilder<Rational>();
        ExpressionRewriter.Rewrite(term, node =>
        {
            if (node is NumberLiteral number)
                numbers.Add(number.Value);
            return null;
        });
        return numbers.ToImmutable();
    }

    private static string Shape(Expression term) =>
        ExpressionRewriter.Rewrite(term, node => node is NumberLiteral ? new NumberLiteral(Rational.One) : null).Key;
}

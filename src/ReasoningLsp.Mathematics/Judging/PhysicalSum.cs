using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Sums of amounts that are no sums of their numbers: <c>3 N + 4 N = 5 N</c> at a right angle, <c>80 dB + 80 dB = 83
/// dB</c>.</summary>
internal static class PhysicalSum
{
    private const string Level = "dB";

    /// <summary>Whether the amounts may be added as vectors at right angles, or as levels.</summary>
    public static bool MayExplain(Expression left, Expression right)
    {
        if (left is not Call { Operation: Operation.Add } sum || right is not Quantity { Value: NumberLiteral result, Unit: var unit }
            || sum.Arguments.Any(term => term is not Quantity { Value: NumberLiteral }))
            return false;
        if (unit.StartsWith(Level, StringComparison.OrdinalIgnoreCase))
            return true;
        var squares = Rational.Zero;
        foreach (var term in sum.Arguments.Cast<Quantity>())
        {
            var number = ((NumberLiteral)term.Value).Value;
            squares += number * number;
            if (term.Unit != unit)
                return false;
        }

        return squares == result.Value * result.Value;
    }
}

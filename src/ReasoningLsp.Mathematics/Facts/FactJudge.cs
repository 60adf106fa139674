using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>Decides facts about numbers. Silent where nobody can say.</summary>
public static class FactJudge
{
    /// <summary>Why <paramref name="fact"/> is false, or null.</summary>
    public static FactVerdict? Refute(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Kind is FactKind.TriangleAngles or FactKind.QuadrilateralAngles)
            return null;
        return fact.Kind <= FactKind.NotCube || fact.Kind >= FactKind.GreatestDivisor || fact.Kind == FactKind.Coprime
            ? WholeNumbers(fact) : Calculated(fact);
    }

    /// <summary>The calculation that shows that <paramref name="fact"/> is true, or null.</summary>
    public static string? Prove(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return FactProof.Of(fact);
    }

    private static FactVerdict? Calculated(Fact fact)
    {
        if (ListedNumbers.Value(fact) is { } listed)
            return Compared(listed, fact.Slots[0][0]);
        var a = fact.Slots[0][0].Value;
        var last = fact.Slots[^1][^1];
        var b = fact.Slots.Length > 1 ? fact.Slots[1][0].Value : default;
        return fact.Kind switch
        {
            FactKind.Greater => a > b ? null : new FactVerdict(a == b ? $"{a} = {b}" : $"{a} < {b}", null),
            FactKind.Less => a < b ? null : new FactVerdict(a == b ? $"{a} = {b}" : $"{a} > {b}", null),
            FactKind.Between => Between(a, b, last.Value),
            FactKind.Sum => Compared(a + b, last),
            FactKind.Difference => Rational.Abs(a - b) == Rational.Abs(last.Value) ? null : Compared(Rational.Abs(a - b), last),
            FactKind.Product => Compared(a * b, last),
            FactKind.Quotient => b.IsZero ? null : Compared(a / b, last),
            FactKind.Percent => Compared(a * b / 100, last),
            FactKind.Half => Compared(a / 2, last),
            FactKind.Third => Compared(a / 3, last),
            FactKind.TwoThirds => Compared(a * 2 / 3, last),
            FactKind.Quarter => Compared(a / 4, last),
            FactKind.ThreeQuarters => Compared(a * 3 / 4, last),
            FactKind.Part => b.IsZero ? null : Compared(a * fact.Slots[2][0].Value / b, last),
            // What stands at the end is the whole, and not what is wrong.
            FactKind.Share => last.Value.IsZero || Compared(a * 100 / last.Value, fact.Slots[1][0]) is not { } verdict ? null
                : verdict with { Reason = $"{verdict.Reason}%", Right = null },
            FactKind.Mean or FactKind.Median or FactKind.Range or FactKind.ListSum or FactKind.ListProduct => null,
            FactKind.Twice => Compared(a * 2, last),
            FactKind.SquareOf => Compared(a * a, last),
            FactKind.CubeOf => Compared(a * a * a, last),
            _ => Root(a, last),
        };
    }

    private static FactVerdict? Between(Rational value, Rational one, Rational other) =>
        value < one && value < other ? new FactVerdict($"{value} < {(one < other ? one : other)}", null)
        : value > one && value > other ? new FactVerdict($"{value} > {(one > other ? one : other)}", null)
        : null;

    // Rounded and cut-off values are silent; one that could have been written exactly is not.
    private static FactVerdict? Compared(Rational truth, Token stated)
    {
        var unit = new Rational(1, BigInteger.Pow(10, stated.Decimals));
        var isShown = truth.Round(stated.Decimals) == truth;
        if (truth == stated.Value || (!isShown && Rational.Abs(truth - stated.Value) < unit))
            return null;
        var right = isShown ? truth.ToDecimalString(stated.Decimals) : truth.ToString();
        return new FactVerdict($"it is {right}", isShown ? right : null);
    }

    private static FactVerdict? Root(Rational square, Token stated)
    {
        var unit = new Rational(1, BigInteger.Pow(10, stated.Decimals));
        var (below, above) = (stated.Value - unit, stated.Value + unit);
        return square.Sign < 0 || stated.Value.Sign < 0 || (below.Sign < 0 || below * below < square) && square < above * above
            ? null : new FactVerdict($"{stated.Value}² = {stated.Value * stated.Value}", null);
    }

    private static FactVerdict? WholeNumbers(Fact fact)
    {
        if (fact.Slots.Any(slot => slot.Any(number => !number.Value.IsInteger || number.Value > Divisibility.Largest)))
            return null;
        ImmutableArray<ImmutableArray<long>> slots =
            [.. fact.Slots.Select(slot => ImmutableArray.CreateRange(slot, number => (long)number.Value.Numerator))];
        return new WholeNumberFact(fact.Kind, slots).Refute();
    }
}

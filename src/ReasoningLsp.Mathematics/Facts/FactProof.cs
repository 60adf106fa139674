using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>Why a fact of numbers is true. Stricter than <see cref="FactJudge"/>: what is rounded, cut off or left out proves nothing.
/// </summary>
internal static class FactProof
{
    /// <summary>The calculation that shows it, or null.</summary>
    public static string? Of(Fact fact)
    {
        if (ListedNumbers.Value(fact) is { } listed)
            return Shown(listed == fact.Slots[0][0].Value, ListedNumbers.Calculation(fact));
        var a = fact.Slots[0][0].Value;
        var b = fact.Slots.Length > 1 ? fact.Slots[1][0].Value : default;
        var last = fact.Slots[^1][^1].Value;
        return fact.Kind switch
        {
            FactKind.Greater => a > b ? $"{a} > {b}" : null,
            FactKind.Less => a < b ? $"{a} < {b}" : null,
            FactKind.Between => b < a && a < last ? $"{b} < {a} < {last}" : last < a && a < b ? $"{last} < {a} < {b}" : null,
            FactKind.Sum => Shown(a + b == last, $"{a} + {b} = {last}"),
            FactKind.Difference => a - b == last ? $"{a} - {b} = {last}" : Shown(b - a == last, $"{b} - {a} = {last}"),
            FactKind.Product => Shown(a * b == last, $"{a} · {b} = {last}"),
            FactKind.Quotient => Shown(!b.IsZero && a / b == last, $"{b} · {last} = {a}"),
            FactKind.Percent => Shown(a * b / 100 == last, $"{a}/100 · {b} = {last}"),
            FactKind.Half => Shown(a / 2 == last, $"{a}/2 = {last}"),
            FactKind.Third => Shown(a / 3 == last, $"{a}/3 = {last}"),
            FactKind.TwoThirds => Shown(a * 2 / 3 == last, $"2/3 · {a} = {last}"),
            FactKind.Quarter => Shown(a / 4 == last, $"{a}/4 = {last}"),
            FactKind.ThreeQuarters => Shown(a * 3 / 4 == last, $"3/4 · {a} = {last}"),
            FactKind.Part => Shown(!b.IsZero && a * fact.Slots[2][0].Value / b == last, $"{a}/{b} · {fact.Slots[2][0].Value} = {last}"),
            FactKind.Share => Shown(!last.IsZero && a * 100 / last == b, $"{b}/100 · {last} = {a}"),
            FactKind.Mean or FactKind.Median or FactKind.Range or FactKind.ListSum or FactKind.ListProduct => null,
            FactKind.Twice => Shown(a * 2 == last, $"2 · {a} = {last}"),
            FactKind.SquareOf => Shown(a * a == last, $"{a}² = {last}"),
            FactKind.CubeOf => Shown(a * a * a == last, $"{a}³ = {last}"),
            FactKind.RootOf => Shown(last.Sign >= 0 && last * last == a, $"{last}² = {a}"),
            FactKind.TriangleAngles => Shown(a == 180, "180° in every triangle"),
            FactKind.QuadrilateralAngles => Shown(a == 360, "two triangles, 2 · 180° = 360°"),
            _ => WholeNumbers(fact),
        };
    }

    private static string? Shown(bool holds, string calculation) => holds ? calculation : null;

    private static string? WholeNumbers(Fact fact)
    {
        if (fact.Slots.Any(slot => slot.Any(IsTooLarge)))
            return null;
        ImmutableArray<ImmutableArray<long>> slots =
            [.. fact.Slots.Select(slot => ImmutableArray.CreateRange(slot, number => (long)number.Value.Numerator))];
        return new WholeNumberProof(fact.Kind, slots).Reason;
    }

    private static bool IsTooLarge(Token number) =>
        !number.Value.IsInteger || number.Value.Sign < 0 || number.Value > (Rational)(BigInteger)Divisibility.Largest;
}

using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>One reading of the words behind a number: how much one of it is, and of what kind.</summary>
/// <param name="Factor">Its size in base units; 1 for things that are only counted.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="IsCertain">Whether it is a unit of one known size and nothing else.</param>
/// <param name="IsAverage">Whether its size is an average: a month, a year.</param>
internal readonly record struct UnitSize(Rational Factor, Dimension Dimension, bool IsCertain, bool IsAverage = false)
{
    private const int MostSizes = 6;

    /// <summary>Every reading of <paramref name="words"/>, the most common first; a word that is no unit counts its things one by
    /// one.</summary>
    public static IReadOnlyList<UnitSize> Readings(string words)
    {
        var (multiple, rest) = Multiples.Leading(words);
        if (rest.Length == 0)
            return [new(multiple, default, multiple != Rational.One)];
        var divides = rest[0] == '/';
        var text = divides ? rest[1..] : rest;
        var units = CompoundUnit.Readings(text, out var length);
        if (units.Count == 0)
            return [new(multiple, default, false)];
        var whole = length == text.Length;
        List<UnitSize> sizes = [];
        foreach (var unit in units)
        {
            foreach (var factor in unit.Factors())
            {
                var size = divides ? Rational.One / factor : factor;
                if ((divides ? default(Dimension).TryMultiply(unit.Dimension, -1) : unit.Dimension) is { } dimension)
                    sizes.Add(new(multiple * size, dimension, IsOne(unit, units.Count) && whole && !divides, unit.Approximate));
            }
        }

        // "2 grams of zinc" weigh two grams; and may count its things.
        if (!whole)
            sizes.Add(new(multiple, default, false));
        return [.. sizes.Distinct().Take(MostSizes)];
    }

    private static bool IsOne(CompoundUnit unit, int readings) =>
        readings == 1 && !unit.Approximate && unit.Offset.IsZero && unit.Factors().Count == 1 && unit.Dimension[BaseQuantity.Angle] == 0;
}

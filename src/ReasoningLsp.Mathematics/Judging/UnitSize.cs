using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>One reading of the words behind a number: how much one of it is, and of what kind.</summary>
/// <param name="Factor">Its size in base units; 1 for things that are only counted.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="IsCertain">Whether the words are a unit and nothing else, whichever of its sizes is meant.</param>
/// <param name="IsAverage">Whether its size is an average: a month, a year.</param>
/// <param name="Offset">Where its zero lies in base units; other than 0 for temperatures only.</param>
/// <param name="Noun">What is counted where it is no unit, or a number of things: <c>eggs</c> of <c>dozen eggs</c>; else empty.</param>
internal readonly record struct UnitSize(Rational Factor, Dimension Dimension, bool IsCertain, bool IsAverage = false,
    Rational Offset = default, string Noun = "")
{
    private const int MostSizes = 8;
    private const int Thousand = 3;

    /// <summary>Every reading of <paramref name="words"/>, the most common first; a word that is no unit counts its things one by
    /// one.</summary>
    public static IReadOnlyList<UnitSize> Readings(string words)
    {
        // "2M + 500k"; a kelvin and a mole in a litre beside them.
        if (words is "k" or "K" or "M")
            return [.. CompoundUnit.Readings(words, out _).Select(unit => new UnitSize(unit.Factor, unit.Dimension, true,
                Offset: unit.Offset)), new(Rational.PowerOfTen(words == "M" ? 2 * Thousand : Thousand), default, true)];
        var (multiple, rest) = Multiples.Leading(words);
        if (rest.Length == 0)
            return [new(multiple, default, multiple != Rational.One)];
        var divides = rest[0] == '/';
        var text = divides ? rest[1..] : rest;
        var units = CompoundUnit.Readings(text, out var length);
        if (units.Count == 0)
            return [new(multiple, default, false, Noun: divides ? "" : text.Trim())];
        var whole = length == text.Length;
        // "3 dozen eggs" are 36 of what "6 eggs" counts.
        var counts = !whole && !divides && units is [{ Terms: [{ Power: 1 }], Dimension.IsNumber: true, Factor.IsInteger: true }];
        var noun = counts ? text[length..].Trim() : "";
        List<UnitSize> sizes = [];
        foreach (var unit in units)
        {
            foreach (var factor in unit.Factors())
            {
                var size = divides ? Rational.One / factor : factor;
                if ((divides ? default(Dimension).TryMultiply(unit.Dimension, -1) : unit.Dimension) is { } dimension)
                    sizes.Add(new(multiple * size, dimension, (whole && !divides) || counts, unit.Approximate,
                        divides ? Rational.Zero : unit.Offset, noun));
            }
        }

        // "2 grams of zinc" weigh two grams; and may count its things.
        if (!whole && !counts)
            sizes.Add(new(multiple, default, false, Noun: text.Trim()));
        var distinct = sizes.Distinct().ToList();
        return distinct.Count <= MostSizes ? distinct : [.. distinct.Take(MostSizes).Select(size => size with { IsCertain = false })];
    }
}

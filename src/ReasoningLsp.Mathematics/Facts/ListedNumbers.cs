using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>Mean, median, range, sum and product of numbers that a sentence lists.</summary>
internal static class ListedNumbers
{
    // Of two numbers sum and product are kinds of their own.
    private const int Least = 2, LeastSummed = 3;

    /// <summary>What is calculated of the list; null where the fact is of another kind or the list too short.</summary>
    public static Rational? Value(Fact fact)
    {
        if (fact.Slots.Length < 2 || fact.Slots[1].Length < Least)
            return null;
        var numbers = fact.Slots[1].Select(number => number.Value).Order().ToList();
        return fact.Kind switch
        {
            FactKind.Mean => Sum(numbers) / numbers.Count,
            FactKind.Median => (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]) / 2,
            FactKind.Range => numbers[^1] - numbers[0],
            FactKind.ListSum when numbers.Count >= LeastSummed => Sum(numbers),
            FactKind.ListProduct when numbers.Count >= LeastSummed => numbers.Aggregate((product, number) => product * number),
            _ => null,
        };
    }

    /// <summary>The calculation, for people.</summary>
    public static string Calculation(Fact fact)
    {
        var (stated, numbers) = (fact.Slots[0][0].Value, fact.Slots[1].Select(number => number.Value).ToList());
        var sorted = numbers.Order().ToList();
        return fact.Kind switch
        {
            FactKind.Mean => $"({string.Join(" + ", numbers)})/{numbers.Count} = {stated}",
            FactKind.Median => $"in order: {string.Join(", ", sorted)}",
            FactKind.Range => $"{sorted[^1]} - {sorted[0]} = {stated}",
            FactKind.ListSum => $"{string.Join(" + ", numbers)} = {stated}",
            _ => $"{string.Join(" · ", numbers)} = {stated}",
        };
    }

    private static Rational Sum(List<Rational> numbers) => numbers.Aggregate((sum, number) => sum + number);
}

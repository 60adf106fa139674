using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>The numbers of a kind between two others, which a sentence may list.</summary>
/// <param name="Members">Those that are certainly meant.</param>
/// <param name="Ends">Those at an end of the range, which may be left out.</param>
internal sealed record NumberRange(ImmutableArray<long> Members, ImmutableArray<long> Ends)
{
    private const long Widest = 100_000;

    /// <summary>Whether it is prime.</summary>
    public static bool IsPrime(long number) => number > 1 && Divisibility.PrimeFactors(number).Length == 1;

    /// <summary>Whether it is a power of <paramref name="root"/>, which is greater than 1; one is.</summary>
    public static bool IsPowerOf(long number, long root) => Exponent(number, root) >= 0;

    /// <summary>Which power of <paramref name="root"/> it is, or -1.</summary>
    public static int Exponent(long number, long root)
    {
        var exponent = 0;
        while (number > 1 && number % root == 0)
            (number, exponent) = (number / root, exponent + 1);
        return number == 1 ? exponent : -1;
    }

    /// <summary>What the fact lists, or null where it is of another kind or too much.</summary>
    /// <param name="kind">What is said.</param>
    /// <param name="slots">Its numbers: the ends, and the list.</param>
    public static NumberRange? Of(FactKind kind, ImmutableArray<ImmutableArray<long>> slots)
    {
        var (low, high) = kind == FactKind.PrimesBelow ? (0, slots[0][0]) : (slots[0][0], slots[1][0]);
        if (kind is not (FactKind.PrimesBelow or FactKind.PrimesBetween or FactKind.SquaresBetween) || high <= low || high - low > Widest)
            return null;
        bool IsMeant(long number) => kind == FactKind.SquaresBetween ? Divisibility.IsPower(number, 2) : IsPrime(number);
        var inner = Enumerable.Range(1, (int)(high - low - 1)).Select(step => low + step).Where(IsMeant);
        var ends = kind == FactKind.PrimesBelow ? [] : new[] { low, high }.Where(IsMeant);
        return new NumberRange([.. inner], [.. ends]);
    }

    /// <summary>Why the list is not of these, or null.</summary>
    public FactVerdict? Refute(ImmutableArray<long> listed)
    {
        if (IsComplete(listed) && listed.All(number => Members.Contains(number) || Ends.Contains(number)))
            return null;
        // Two numbers may be meant as examples.
        return listed.Length < 3 && listed.All(number => Members.Contains(number) || Ends.Contains(number)) ? null
            : new FactVerdict($"they are {string.Join(", ", Members)}", null);
    }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsComplete(ImmutableArray<long> listed) => Members.All(listed.Contains);
}

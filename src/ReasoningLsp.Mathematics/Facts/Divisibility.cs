using System.Collections.Immutable;
using System.Numerics;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>Divisors and primes of numbers small enough for trial division.</summary>
internal static class Divisibility
{
    /// <summary>The largest number that is taken apart: a hundred thousand divisions at most.</summary>
    public const long Largest = 10_000_000_000;

    /// <summary>The prime factors of <paramref name="number"/> ≥ 1, ascending, each as often as it divides.</summary>
    public static ImmutableArray<long> PrimeFactors(long number)
    {
        var factors = ImmutableArray.CreateBuilder<long>();
        for (var factor = 2L; factor * factor <= number; factor += factor == 2 ? 1 : 2)
        {
            for (; number % factor == 0; number /= factor)
                factors.Add(factor);
        }

        if (number > 1)
            factors.Add(number);
        return factors.ToImmutable();
    }

    /// <summary>All positive divisors of <paramref name="number"/> ≥ 1, ascending.</summary>
    public static ImmutableArray<long> Divisors(long number)
    {
        SortedSet<long> divisors = [1];
        foreach (var factor in PrimeFactors(number))
            divisors.UnionWith([.. divisors.Select(divisor => divisor * factor)]);
        return [.. divisors];
    }

    /// <summary>The number as a product of primes: "2 · 2 · 3".</summary>
    public static string Product(long number) => string.Join(" · ", PrimeFactors(number));

    /// <summary>Whether <paramref name="number"/> ≥ 0 is the <paramref name="power"/>-th power of a whole number.</summary>
    public static bool IsPower(BigInteger number, int power)
    {
        var root = new BigInteger(Math.Round(Math.Pow((double)number, 1.0 / power)));
        for (var near = root - 1; near <= root + 1; near++)
        {
            if (BigInteger.Pow(near, power) == number)
                return true;
        }

        return false;
    }

    /// <summary>Up to where numbers are counted one by one.</summary>
    public const long MostCounted = 100_000;

    /// <summary>How many numbers from 1 on below <paramref name="limit"/> have no factor in common with
    /// <paramref name="other"/>.</summary>
    public static int CountCoprime(long limit, long other)
    {
        var primes = PrimeFactors(other).Distinct().ToArray();
        var count = 0;
        for (var number = 1L; number < limit; number++)
        {
            if (Array.TrueForAll(primes, prime => number % prime != 0))
                count++;
        }

        return count;
    }
}

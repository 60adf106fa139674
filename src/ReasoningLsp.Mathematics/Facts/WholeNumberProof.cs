using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>Why a fact about whole numbers that are not negative is true.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Slots">Of which numbers.</param>
internal sealed record WholeNumberProof(FactKind Kind, ImmutableArray<ImmutableArray<long>> Slots)
{
    private long A => Slots[0][0];

    private ImmutableArray<long> Others => Slots[^1];

    /// <summary>The calculation that shows it, or null where it is not true or that is not certain.</summary>
    public string? Reason => Kind switch
    {
        FactKind.Divisible => All(Others, other => other > 0 && A % other == 0, other => Divided(A, other)),
        FactKind.NotDivisible => All(Others, other => other > 0 && A % other != 0, other => Divided(A, other)),
        FactKind.Divides => All(Others, other => A > 0 && other % A == 0, other => Divided(other, A)),
        FactKind.NotDivides => All(Others, other => A > 0 && other % A != 0, other => Divided(other, A)),
        FactKind.Prime => IsPrime ? "it has no divisors but 1 and itself" : null,
        FactKind.NotPrime => IsPrime ? null : A < 2 ? "a prime is greater than 1" : Factored(A),
        FactKind.Even => A % 2 == 0 ? $"{A} = 2 · {A / 2}" : null,
        FactKind.Odd => A % 2 != 0 ? $"{A} = 2 · {A / 2} + 1" : null,
        FactKind.Square => Power(2, isSaid: true),
        FactKind.NotSquare => Power(2, isSaid: false),
        FactKind.Cube => Power(3, isSaid: true),
        FactKind.NotCube => Power(3, isSaid: false),
        FactKind.Coprime => A > 0 && Slots[1][0] > 0 && Greatest(A, Slots[1][0]) == 1 ? Factored([A, Slots[1][0]]) : null,
        FactKind.GreatestDivisor => Gathered(Greatest),
        FactKind.LeastMultiple => Gathered((one, other) => one / Greatest(one, other) * other),
        FactKind.DivisorCount => A > 0 && Divisibility.Divisors(A) is var all && all.Length == Others[0] ? Listed(all) : null,
        FactKind.Divisors => A > 0 && Others.ToHashSet().SetEquals(Divisibility.Divisors(A)) ? "there are no others" : null,
        FactKind.PrimeFactors => A > 1 && Others.ToHashSet().SetEquals(Divisibility.PrimeFactors(A)) ? Factored(A) : null,
        FactKind.DigitSum => Digits.Sum(digit => digit - '0') == Others[0]
            ? $"{string.Join(" + ", Digits.AsEnumerable())} = {Others[0]}" : null,
        FactKind.DigitCount => Digits.Length == Others[0] ? string.Join(", ", Digits.AsEnumerable()) : null,
        FactKind.LastDigit => A % 10 == Others[0] ? Divided(A, 10) : null,
        FactKind.DivisorSum => A > 0 && Divisibility.Divisors(A) is var each && each.Sum() == Others[0]
            ? string.Join(" + ", each) : null,
        FactKind.Primes => Others.Length > 1 && Others.All(NumberRange.IsPrime) ? "they have no divisors but 1 and themselves" : null,
        FactKind.PowersOf => A < 2 ? null
            : All(Others, other => NumberRange.IsPowerOf(other, A), other => $"{other} = {A}^{NumberRange.Exponent(other, A)}"),
        FactKind.NotPowerOf => A < 2 ? null : All(Others, other => other > 0 && !NumberRange.IsPowerOf(other, A), Factored),
        FactKind.Remainder => Slots[1][0] > 0 && A % Slots[1][0] == Others[0] ? Divided(A, Slots[1][0]) : null,
        FactKind.Inverse => Slots[1][0] > 1 && (BigInteger)A * Others[0] % Slots[1][0] == 1
            ? $"{A} · {Others[0]} leaves 1 when divided by {Slots[1][0]}" : null,
        FactKind.GreatestPrimeFactor => A > 1 && Divisibility.PrimeFactors(A)[^1] == Others[0] ? Factored(A) : null,
        FactKind.LeastPrimeFactor => A > 1 && Divisibility.PrimeFactors(A)[0] == Others[0] ? Factored(A) : null,
        FactKind.MultipleAbove => A > 0 && Others[0] > 0 && Slots[1][0] % A == 0 && Slots[1][0] > Others[0]
            && Slots[1][0] - A <= Others[0] ? Divided(Slots[1][0], A) : null,
        FactKind.MultipleBelow => A > 0 && Slots[1][0] % A == 0 && Slots[1][0] < Others[0] && Slots[1][0] + A >= Others[0]
            ? Divided(Slots[1][0], A) : null,
        FactKind.CoprimeCount => Slots[1][0] <= Divisibility.MostCounted && Others[0] > 0
            && Divisibility.CountCoprime(Slots[1][0], Others[0]) == A ? $"counted one by one, {A}" : null,
        _ => NumberRange.Of(Kind, Slots) is { } range && range.Refute(Others) is null && range.IsComplete(Others)
            ? "there are no others" : null,
    };

    private string Digits => A.ToString(CultureInfo.InvariantCulture);

    private bool IsPrime => A > 1 && Divisibility.PrimeFactors(A).Length == 1;

    private static string? All(ImmutableArray<long> numbers, Func<long, bool> holds, Func<long, string> shown) =>
        numbers.All(holds) ? string.Join(", ", numbers.Select(shown)) : null;

    private static string Divided(long number, long divisor) => number % divisor == 0
        ? $"{number} = {divisor} · {number / divisor}" : $"{number} = {divisor} · {number / divisor} + {number % divisor}";

    private static string Factored(long number) => $"{number} = {Divisibility.Product(number)}";

    private static string Factored(ImmutableArray<long> numbers) =>
        string.Join(", ", numbers.Where(number => number > 1 && Divisibility.PrimeFactors(number).Length > 1).Select(Factored))
            is { Length: > 0 } shown ? shown : "primes and 1 alone";

    private static string Listed(ImmutableArray<long> numbers) => string.Join(", ", numbers);

    private static BigInteger Greatest(BigInteger one, BigInteger other) => BigInteger.GreatestCommonDivisor(one, other);

    private string? Power(int power, bool isSaid)
    {
        if (Divisibility.IsPower(A, power) != isSaid)
            return null;
        var root = (long)Math.Floor(Math.Pow(A, 1.0 / power) + 1e-9);
        var sign = power == 2 ? '²' : '³';
        return isSaid ? $"{A} = {root}{sign}" : $"{A} lies between {root}{sign} and {root + 1}{sign}";
    }

    private string? Gathered(Func<BigInteger, BigInteger, BigInteger> gather) => Others.Length > 1 && !Others.Contains(0)
        && Others.Select(number => new BigInteger(number)).Aggregate(gather) == A ? Factored(Others) : null;
}

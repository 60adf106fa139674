using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>A fact about whole numbers that are not negative.</summary>
/// <param name="Kind">What is said.</param>
/// <param name="Slots">Of which numbers.</param>
internal sealed record WholeNumberFact(FactKind Kind, ImmutableArray<ImmutableArray<long>> Slots)
{
    private long A => Slots[0][0];

    private ImmutableArray<long> Others => Slots[^1];

    /// <summary>Why it is false, or null.</summary>
    public FactVerdict? Refute() => Kind switch
    {
        FactKind.Divisible => Others.Where(other => other > 0 && A % other != 0).Select(other => Rest(A, other)).FirstOrDefault(),
        FactKind.NotDivisible => Others.All(other => other > 0 && A % other == 0) ? Multiple(A, Others[^1]) : null,
        FactKind.Divides => A > 0 ? Others.Where(other => other % A != 0).Select(other => Rest(other, A)).FirstOrDefault() : null,
        FactKind.NotDivides => A > 0 && Others.All(other => other % A == 0) ? Multiple(Others[0], A) : null,
        FactKind.Prime => IsPrime ? null : new FactVerdict(A < 2 ? "a prime is greater than 1" : $"{A} = {Divisibility.Product(A)}", null),
        FactKind.NotPrime => IsPrime ? new FactVerdict($"{A} has no divisors but 1 and itself", null) : null,
        FactKind.Even => A % 2 == 0 ? null : new FactVerdict($"{A} = 2 · {A / 2} + 1", null),
        FactKind.Odd => A % 2 != 0 ? null : new FactVerdict($"{A} = 2 · {A / 2}", null),
        FactKind.Square => Power(2, isSaid: true),
        FactKind.NotSquare => Power(2, isSaid: false),
        FactKind.Cube => Power(3, isSaid: true),
        FactKind.NotCube => Power(3, isSaid: false),
        FactKind.Coprime => Greatest == 1 ? null : new FactVerdict($"both are divisible by {Greatest}", null),
        FactKind.GreatestDivisor => Gathered(BigInteger.GreatestCommonDivisor),
        FactKind.LeastMultiple => Gathered((one, other) => one / BigInteger.GreatestCommonDivisor(one, other) * other),
        FactKind.DivisorCount => A == 0 ? null : Compared(Divisibility.Divisors(A).Length, Others[0]),
        FactKind.Divisors => A == 0 ? null : Listed(Divisibility.Divisors(A)),
        FactKind.DigitSum => Compared(Digits.Sum(digit => digit - '0'), Others[0]),
        FactKind.DigitCount => Compared(Digits.Length, Others[0]),
        FactKind.LastDigit => Compared(A % 10, Others[0]),
        FactKind.PrimeFactors => A < 2 ? null : Listed([.. Divisibility.PrimeFactors(A).Distinct()]),
        FactKind.DivisorSum => A == 0 ? null : Compared(Divisibility.Divisors(A).Sum(), Others[0]),
        FactKind.Primes => Others.Length < 2 ? null
            : Others.Where(other => !NumberRange.IsPrime(other)).Select(other => new WholeNumberFact(FactKind.Prime, [[other]]).Refute())
                .FirstOrDefault(),
        FactKind.PowersOf => A < 2 ? null : Others.Where(other => other > 0 && !NumberRange.IsPowerOf(other, A))
            .Select(other => new FactVerdict($"{other} = {Divisibility.Product(other)}", null)).FirstOrDefault(),
        FactKind.NotPowerOf => A >= 2 && Others.All(other => NumberRange.IsPowerOf(other, A))
            ? new FactVerdict($"{Others[0]} = {A}^{NumberRange.Exponent(Others[0], A)}", null) : null,
        FactKind.Remainder => Slots[1][0] == 0 ? null : Compared(A % Slots[1][0], Others[0]),
        FactKind.Inverse => Slots[1][0] < 2 || (BigInteger)A * Others[0] % Slots[1][0] == 1 ? null
            : new FactVerdict($"{A} · {Others[0]} leaves {(BigInteger)A * Others[0] % Slots[1][0]} when divided by {Slots[1][0]}", null),
        FactKind.GreatestPrimeFactor => A < 2 ? null : Compared(Divisibility.PrimeFactors(A)[^1], Others[0]),
        FactKind.LeastPrimeFactor => A < 2 ? null : Compared(Divisibility.PrimeFactors(A)[0], Others[0]),
        FactKind.MultipleOfLength or FactKind.MultipleAbove or FactKind.MultipleBelow => Multiple(),
        FactKind.CoprimeCount => Counted(),
        _ => NumberRange.Of(Kind, Slots) is { } range ? range.Refute(Others) : null,
    };

    // Of those that are looked at it may be the least; but a multiple it is, and on that side.
    private FactVerdict? Multiple() => A < 1 ? null
        : Slots[1][0] % A != 0 ? Rest(Slots[1][0], A)
        : Kind == FactKind.MultipleAbove && Slots[1][0] < Others[0] ? new FactVerdict($"{Slots[1][0]} < {Others[0]}", null)
        : Kind == FactKind.MultipleBelow && Slots[1][0] > Others[0] ? new FactVerdict($"{Slots[1][0]} > {Others[0]}", null)
        : null;

    private FactVerdict? Counted() => Slots[1][0] > Divisibility.MostCounted || Others[0] < 1 ? null
        : Compared(Divisibility.CountCoprime(Slots[1][0], Others[0]), A) is { } verdict ? verdict with { Right = null } : null;

    private string Digits => A.ToString(CultureInfo.InvariantCulture);

    private bool IsPrime => NumberRange.IsPrime(A);

    private long Greatest => (long)BigInteger.GreatestCommonDivisor(A, Slots[1][0]);

    private static FactVerdict Rest(long number, long divisor) =>
        new($"{number} = {divisor} · {number / divisor} + {number % divisor}", null);

    private static FactVerdict Multiple(long number, long divisor) => new($"{number} = {divisor} · {number / divisor}", null);

    private FactVerdict? Power(int power, bool isSaid)
    {
        if (Divisibility.IsPower(A, power) == isSaid)
            return null;
        var root = (long)Math.Floor(Math.Pow(A, 1.0 / power) + 1e-9);
        var sign = power == 2 ? '²' : '³';
        return new FactVerdict(isSaid ? $"{A} lies between {root}{sign} and {root + 1}{sign}" : $"{A} = {root}{sign}", null);
    }

    private FactVerdict? Gathered(Func<BigInteger, BigInteger, BigInteger> gather) => Others.Length < 2 || Others.Contains(0)
        ? null : Compared(Others.Select(number => new BigInteger(number)).Aggregate(gather), A);

    private static FactVerdict? Compared(BigInteger truth, long stated) =>
        truth == stated ? null : new FactVerdict($"it is {truth}", truth.ToString(CultureInfo.InvariantCulture));

    // One and the number itself are often left out, and two numbers may be meant as the factors of a product.
    private FactVerdict? Listed(ImmutableArray<long> truth)
    {
        var said = Others.ToHashSet();
        if (said.IsSubsetOf(truth) && (said.Count < 3 || truth.All(divisor => divisor == 1 || divisor == A || said.Contains(divisor))))
            return null;
        return new FactVerdict($"they are {string.Join(", ", truth)}", null);
    }
}

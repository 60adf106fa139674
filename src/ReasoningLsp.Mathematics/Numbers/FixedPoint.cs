using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>
/// Power series in fixed point with proven errors. A value v with b bits stands for v/2^b; "unit" is 2^-b.
/// </summary>
internal static class FixedPoint
{
    /// <summary>A fixed-point value and how many units it can be wrong by.</summary>
    public readonly record struct Approximation(BigInteger Value, long Error);

    /// <summary>e^r for |r| ≤ 1/2.</summary>
    /// <remarks>
    /// t(k) = t(k-1)·r/k. The shift and the division lose less than 1 unit each, so the error of a term is
    /// e(k) ≤ e(k-1)/2 + 2 ≤ 4. When a term vanishes the true one is at most 4 and the rest of the series, with
    /// ratio below 1/2, not more than that.
    /// </remarks>
    public static Approximation Exp(BigInteger r, int bits)
    {
        var term = BigInteger.One << bits;
        var sum = term;
        var count = 0;
        for (var k = 1; !term.IsZero; k++, count++)
        {
            term = ((term * r) >> bits) / k;
            sum += term;
        }

        return new(sum, (4 * count) + 8);
    }

    /// <summary>sin r for |r| ≤ 4/5.</summary>
    public static Approximation Sin(BigInteger r, int bits) => Alternating(r, r, 1, bits);

    /// <summary>cos r for |r| ≤ 4/5.</summary>
    public static Approximation Cos(BigInteger r, int bits) => Alternating(BigInteger.One << bits, r, 0, bits);

    /// <summary>atan z for 0 ≤ z ≤ 1/4.</summary>
    public static Approximation Atan(BigInteger z, int bits) => Odd(z, bits, alternating: true);

    /// <summary>atanh z for 0 ≤ z ≤ 1/4.</summary>
    public static Approximation Atanh(BigInteger z, int bits) => Odd(z, bits, alternating: false);

    // t(k+1) = -t(k)·r²/((n+1)(n+2)) with r² wrong by at most 1 unit: e(k+1) ≤ (0.64·e(k) + 1 + 1)/2 + 1 ≤ 3. The rest
    // of an alternating falling series is not greater than its first term, whose computed value is 0.
    private static Approximation Alternating(BigInteger first, BigInteger r, int degree, int bits)
    {
        var square = (r * r) >> bits;
        var (term, sum) = (first, first);
        var count = 0;
        for (var n = degree; !term.IsZero; n += 2, count++)
        {
            term = -((term * square) >> bits) / ((n + 1) * (n + 2));
            sum += term;
        }

        return new(sum, (4 * count) + 8);
    }

    // Powers of z: e(k+1) ≤ e(k)/16 + 1/4 + 1 ≤ 2; the division by 2k+1 loses less than 1 more. Once a power vanishes
    // the rest of the series is below 3 units.
    private static Approximation Odd(BigInteger z, int bits, bool alternating)
    {
        var square = (z * z) >> bits;
        var power = z;
        var sum = BigInteger.Zero;
        var count = 0;
        for (; !power.IsZero; count++)
        {
            var term = power / ((2 * count) + 1);
            sum += alternating && int.IsOddInteger(count) ? -term : term;
            power = (power * square) >> bits;
        }

        return new(sum, (4 * count) + 8);
    }
}

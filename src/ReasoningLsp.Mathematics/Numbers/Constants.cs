using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>π and ln 2 in fixed point, kept at the highest precision asked for so far. Safe for many threads.</summary>
internal sealed class Constants
{
    private volatile Known? _pi;
    private volatile Known? _logarithmOfTwo;

    private sealed record Known(int Bits, BigInteger Value);

    /// <summary>π · 2^bits with an error below 2.</summary>
    public BigInteger Pi(int bits)
    {
        // Machin: π = 16 atan(1/5) − 4 atan(1/239). The series are wrong by less than 2^20 units even at a million
        // bits, times 20, and 32 more bits than asked for make that less than 1 unit.
        var known = _pi;
        if (known is null || known.Bits < bits + 32)
        {
            known = new Known(bits + 32, (16 * InverseAtan(5, bits + 32)) - (4 * InverseAtan(239, bits + 32)));
            _pi = known;
        }

        return known.Value >> (known.Bits - bits);
    }

    /// <summary>ln 2 · 2^bits with an error below 2.</summary>
    public BigInteger LogarithmOfTwo(int bits)
    {
        var known = _logarithmOfTwo;
        if (known is null || known.Bits < bits + 32)
        {
            // ln 2 = 2 atanh(1/3)
            known = new Known(bits + 32, 2 * InverseAtanh(3, bits + 32));
            _logarithmOfTwo = known;
        }

        return known.Value >> (known.Bits - bits);
    }

    private static BigInteger InverseAtan(int n, int bits) => Inverse(n, bits, alternating: true);

    private static BigInteger InverseAtanh(int n, int bits) => Inverse(n, bits, alternating: false);

    // Σ ±1/((2k+1)·n^(2k+1)). Each power is wrong by less than 2 units and each quotient by less than 1 more; the
    // first power that vanishes ends a sum whose rest is below 2 units.
    private static BigInteger Inverse(int n, int bits, bool alternating)
    {
        var power = (BigInteger.One << bits) / n;
        var sum = BigInteger.Zero;
        for (var k = 0; !power.IsZero; k++)
        {
            var term = power / ((2 * k) + 1);
            sum += alternating && int.IsOddInteger(k) ? -term : term;
            power /= n * n;
        }

        return sum;
    }
}

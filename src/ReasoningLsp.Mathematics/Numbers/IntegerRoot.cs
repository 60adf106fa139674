using System.Numerics;

namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>Roots of non-negative integers, rounded down.</summary>
internal static class IntegerRoot
{
    /// <summary>The greatest r with r² ≤ value.</summary>
    public static BigInteger FloorSquareRoot(BigInteger value)
    {
        if (value < 2)
            return value;

        // Newton from above descends strictly until it reaches the floor. A double gives the first 50 bits.
        var bits = value.GetBitLength();
        var shift = (int)Math.Max(0, bits - 104) & ~1;
        var guess = (BigInteger)Math.Ceiling(Math.Sqrt((double)(value >> shift)) * (1 + 1e-14)) + 1;
        var root = guess << (shift / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    /// <summary>The greatest r with r^n ≤ value, for n from 1.</summary>
    public static BigInteger FloorRoot(BigInteger value, int n)
    {
        if (n == 1 || value < 2)
            return value;
        if (n == 2)
            return FloorSquareRoot(value);
        var bits = value.GetBitLength();
        if (n >= bits)
            return BigInteger.One;

        var root = BigInteger.One << (int)((bits + n - 1) / n);
        while (true)
        {
            var next = (((n - 1) * root) + (value / BigInteger.Pow(root, n - 1))) / n;
            if (next >= root)
                return root;
            root = next;
        }
    }

    /// <summary>The root, if it is a whole number.</summary>
    public static bool TryExact(BigInteger value, int n, out BigInteger root)
    {
        root = FloorRoot(value, n);
        return BigInteger.Pow(root, value < 2 ? 1 : n) == value;
    }
}

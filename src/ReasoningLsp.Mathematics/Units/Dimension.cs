using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>
/// A product of powers of base quantities: speed is length · time⁻¹. <c>default</c> is the dimension of plain numbers.
/// </summary>
public readonly record struct Dimension
{
    /// <summary>The greatest power, either way, a base quantity can have.</summary>
    public const int MaxPower = 32;

    private const int MostQuantities = 32;

    // One signed byte a base quantity, so that comparing dimensions is comparing numbers.
    private readonly Int128 _low;
    private readonly Int128 _high;

    private Dimension(ReadOnlySpan<sbyte> powers)
    {
        var bytes = MemoryMarshal.AsBytes(powers);
        _low = MemoryMarshal.Read<Int128>(bytes);
        _high = MemoryMarshal.Read<Int128>(bytes[(MostQuantities / 2)..]);
    }

    /// <summary>Whether this is the dimension of plain numbers.</summary>
    public bool IsNumber => _low == 0 && _high == 0;

    /// <summary>The power of one base quantity.</summary>
    public int this[BaseQuantity quantity] => Powers()[(int)quantity];

    /// <summary>The dimension of one base quantity.</summary>
    public static Dimension Of(BaseQuantity quantity, int power = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(power), MaxPower);
        Span<sbyte> powers = stackalloc sbyte[MostQuantities];
        powers.Clear();
        powers[(int)quantity] = (sbyte)power;
        return new Dimension(powers);
    }

    /// <summary>This dimension times another to a power, or null if a power leaves ±<see cref="MaxPower"/>.</summary>
    public Dimension? TryMultiply(Dimension other, int power = 1)
    {
        Span<sbyte> result = stackalloc sbyte[MostQuantities];
        var (left, right) = (Powers(), other.Powers());
        for (var i = 0; i < result.Length; i++)
        {
            var sum = left[i] + ((long)right[i] * power);
            if (Math.Abs(sum) > MaxPower)
                return null;
            result[i] = (sbyte)sum;
        }

        return new Dimension(result);
    }

    /// <summary>The powers by name, for people and tests: <c>Length·Time^-1</c>, or <c>1</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var quantity in Enum.GetValues<BaseQuantity>())
        {
            if (this[quantity] is not 0 and var power)
            {
                text.Append(text.Length == 0 ? "" : "·").Append(quantity);
                if (power != 1)
                    text.Append('^').Append(power.ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.Length == 0 ? "1" : text.ToString();
    }

    private sbyte[] Powers()
    {
        var powers = new sbyte[MostQuantities];
        var bytes = MemoryMarshal.AsBytes(powers.AsSpan());
        MemoryMarshal.Write(bytes, _low);
        MemoryMarshal.Write(bytes[(MostQuantities / 2)..], _high);
        return powers;
    }
}

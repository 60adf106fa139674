using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>A result that becomes another: wherever the old value is used from here on, the new one belongs. Not thread-safe.</summary>
internal sealed class NumberChange(Rational old, Rational @new, bool isPercent, string noun, (int Passage, int Offset) place)
{
    private static readonly Rational s_hundred = 100;

    public Rational Old { get; } = old;

    public Rational New { get; } = @new;

    /// <summary>What it counts, or empty.</summary>
    public string Noun { get; } = noun;

    /// <summary>Where the old value was written as a result.</summary>
    public (int Passage, int Offset) Place { get; } = place;

    /// <summary>How many later calculations use it.</summary>
    public int Uses { get; set; }

    /// <summary>What stands for the new value where <paramref name="written"/> stands for the old one; null where it is another
    /// number.</summary>
    public Rational? For(Rational written, bool hasPercentSign)
    {
        if (written == Old)
            return New;
        if (hasPercentSign && !isPercent && written == Old * s_hundred)
            return New * s_hundred;
        return isPercent && !hasPercentSign && written * s_hundred == Old ? New / s_hundred : null;
    }
}

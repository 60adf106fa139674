using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>How fast e^(sx²)·e^(ex)·x^p·(ln x)^l grows.</summary>
/// <param name="Square">s</param>
/// <param name="Exponential">e; of a number that is not exact a near one.</param>
/// <param name="Power">p</param>
/// <param name="Logarithm">l</param>
internal sealed record Rate(Rational Square, Rational Exponential, Rational Power, Rational Logarithm)
{
    private static readonly Rational s_near = new(1, 1 << 20);

    /// <summary>The rate of a product with a power of another.</summary>
    public Rate Plus(Rate other, Rational exponent) => new(Square + (other.Square * exponent), Exponential + (other.Exponential * exponent),
        Power + (other.Power * exponent), Logarithm + (other.Logarithm * exponent));

    /// <summary>1 where it grows, -1 where it falls to zero, 0 where it is constant; null where two rates are too near to tell.</summary>
    public int? Sign
    {
        get
        {
            foreach (var part in (ReadOnlySpan<Rational>)[Square, Exponential, Power, Logarithm])
            {
                if (part.IsZero)
                    continue;
                return Rational.Abs(part) < s_near ? null : part.Sign;
            }

            return 0;
        }
    }

    /// <summary>Which of two grows faster.</summary>
    public int? CompareTo(Rate other) => Plus(other, -Rational.One).Sign;
}

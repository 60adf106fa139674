namespace ReasoningLsp.Mathematics.Numbers;

/// <summary>
/// A closed interval that is proven to contain a real number. Two numbers whose intervals are disjoint are different;
/// overlapping intervals prove nothing.
/// </summary>
public readonly struct Interval : IEquatable<Interval>
{
    internal Interval(Dyadic lower, Dyadic upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The lower end.</summary>
    public Rational Low => Lower.ToRational();

    /// <summary>The upper end, at least <see cref="Low"/>.</summary>
    public Rational High => Upper.ToRational();

    /// <summary>High − Low: how much is not known.</summary>
    public Rational Width => High - Low;

    /// <summary>The value halfway between the ends.</summary>
    public Rational Midpoint => (Low + High) / 2;

    /// <summary>Whether every value is above zero.</summary>
    public bool IsPositive => Lower.Sign > 0;

    /// <summary>Whether every value is below zero.</summary>
    public bool IsNegative => Upper.Sign < 0;

    /// <summary>Whether zero is a possible value.</summary>
    public bool ContainsZero => Lower.Sign <= 0 && Upper.Sign >= 0;

    /// <summary>Whether the interval is a single number, which is then exact.</summary>
    public bool IsPoint => Lower.CompareTo(Upper) == 0;

    internal Dyadic Lower { get; }

    internal Dyadic Upper { get; }

    /// <summary>Whether both intervals have the same ends.</summary>
    public static bool operator ==(Interval left, Interval right) => left.Equals(right);

    /// <summary>Whether an end differs.</summary>
    public static bool operator !=(Interval left, Interval right) => !left.Equals(right);

    /// <summary>Whether <paramref name="value"/> lies between the ends or on one.</summary>
    public bool Contains(Rational value) => Low <= value && value <= High;

    /// <summary>Whether <paramref name="other"/> lies within this interval.</summary>
    public bool Contains(Interval other) => Lower <= other.Lower && other.Upper <= Upper;

    /// <summary>Whether the intervals share no value, which proves the enclosed numbers different.</summary>
    public bool Disjoint(Interval other) => Upper < other.Lower || other.Upper < Lower;

    /// <summary>A double close to the midpoint; infinite beyond the range of doubles.</summary>
    public double ToDouble() => Midpoint.ToDouble();

    /// <inheritdoc/>
    public bool Equals(Interval other) => Lower.CompareTo(other.Lower) == 0 && Upper.CompareTo(other.Upper) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Interval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <summary>The ends as doubles, for people.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Low.ToDouble():R}, {High.ToDouble():R}]");
}

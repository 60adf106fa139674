using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Evaluation;

/// <summary>A real number: exact where it can be, otherwise enclosed.</summary>
public readonly struct Real
{
    private readonly Rational _exact;
    private readonly Interval _range;

    /// <summary>An exact value.</summary>
    public Real(Rational exact) => _exact = exact;

    /// <summary>An enclosed value.</summary>
    public Real(Interval range)
    {
        _range = range;
        IsEnclosed = true;
    }

    /// <summary>Whether only an enclosure is known.</summary>
    public bool IsEnclosed { get; }

    /// <summary>The exact value, or null.</summary>
    public Rational? Exact => IsEnclosed ? null : _exact;

    /// <summary>Whether the value is certainly zero.</summary>
    public bool IsZero => !IsEnclosed && _exact.IsZero;

    /// <summary>An enclosure at the precision of <paramref name="arithmetic"/>; null when the value is too large.</summary>
    public Interval? Range(IntervalArithmetic arithmetic) => IsEnclosed ? _range : arithmetic.From(_exact);

    /// <summary>The nearest double.</summary>
    public double ToDouble() => IsEnclosed ? _range.ToDouble() : _exact.ToDouble();
}

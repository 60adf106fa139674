using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A number as written.</summary>
public sealed class NumberLiteral(Rational value, int decimals = 0) : Expression
{
    private readonly Rational? _place;

    /// <summary>Its exact value.</summary>
    public Rational Value { get; } = value;

    /// <summary>Digits shown after the decimal point; 0 for a whole number.</summary>
    public int Decimals { get; } = decimals;

    /// <summary>What one unit in the last digit shown is worth.</summary>
    public Rational Place
    {
        get => _place ?? Rational.PowerOfTen(-Decimals);
        init => _place = value;
    }

    /// <summary>The numeral with its base, <c>1121_3</c>, where that is written; null otherwise.</summary>
    public string? Numeral { get; init; }

    private protected override string Render() => Numeral is not null ? Numeral
        : Decimals > 0 ? Value.ToDecimalString(Decimals) : Value.IsInteger ? Value.ToString() : $"({Value})";
}

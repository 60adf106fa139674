using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A number as written.</summary>
public sealed class NumberLiteral(Rational value, int decimals = 0) : Expression
{
    /// <summary>Its exact value.</summary>
    public Rational Value { get; } = value;

    /// <summary>Digits shown after the decimal point; 0 for a whole number.</summary>
    public int Decimals { get; } = decimals;

    private protected override string Render() =>
        Decimals > 0 ? Value.ToDecimalString(Decimals) : Value.IsInteger ? Value.ToString() : $"({Value})";
}

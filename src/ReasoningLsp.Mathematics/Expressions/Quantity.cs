namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A value with a unit as written: <c>75 miles</c>, <c>$5</c>, <c>55 km/h</c>.</summary>
public sealed class Quantity(Expression value, string unit) : Expression
{
    /// <summary>The number.</summary>
    public Expression Value { get; } = value;

    /// <summary>The unit as written, blanks collapsed.</summary>
    public string Unit { get; } = unit;

    private protected override string Render() =>
        Units.Currencies.IsSign(Unit) ? $"{Unit}{Value}" : Value is NumberLiteral or Symbol ? $"{Value} {Unit}" : $"({Value}) {Unit}";
}

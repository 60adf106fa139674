namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A number with a name of its own.</summary>
public sealed class Constant : Expression
{
    private readonly string _name;

    private Constant(string name) => _name = name;

    /// <summary>The circle number.</summary>
    public static Constant Pi { get; } = new("π");

    /// <summary>Euler's number.</summary>
    public static Constant E { get; } = new("e");

    /// <summary>The imaginary unit.</summary>
    public static Constant I { get; } = new("i");

    /// <summary>Positive infinity, an end of an interval and never a value.</summary>
    public static Constant Infinity { get; } = new("∞");

    private protected override string Render() => _name;
}

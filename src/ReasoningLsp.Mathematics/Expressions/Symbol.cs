namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A name that stands for a value: <c>x</c>, <c>a_1</c>, <c>AB</c>.</summary>
public sealed class Symbol(string name) : Expression
{
    /// <summary>The name, subscripts after an underscore.</summary>
    public string Name { get; } = name;

    private protected override string Render() => Name;
}

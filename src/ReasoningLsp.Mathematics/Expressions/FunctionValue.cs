using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A function the text names, applied: <c>f(x)</c>, <c>P(A)</c>.</summary>
public sealed class FunctionValue(string name, ImmutableArray<Expression> arguments) : Expression
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;

    /// <summary>What it is applied to.</summary>
    public ImmutableArray<Expression> Arguments { get; } = arguments;

    private protected override string Render() => $"{Name}({string.Join(", ", Arguments)})";
}

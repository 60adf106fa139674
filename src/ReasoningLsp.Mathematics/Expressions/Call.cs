using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>An operation on expressions.</summary>
public sealed class Call(Operation operation, ImmutableArray<Expression> arguments) : Expression
{
    /// <summary>What is done.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>What it is done to, in order.</summary>
    public ImmutableArray<Expression> Arguments { get; } = arguments;

    /// <summary>An operation on one or more expressions.</summary>
    public static Call Of(Operation operation, params ReadOnlySpan<Expression> arguments) => new(operation, [.. arguments]);

    /// <summary>The one less the other.</summary>
    public static Call Minus(Expression left, Expression right) => Of(Operation.Add, left, Of(Operation.Negate, right));

    private protected override string Render() => ExpressionWriter.Write(this);
}

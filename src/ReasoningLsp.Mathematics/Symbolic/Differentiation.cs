using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Symbolic;

/// <summary>Questions about derivatives that are written down.</summary>
public static class Differentiation
{
    /// <summary>Whether a written derivative comes to a number, whatever its letters are.</summary>
    public static bool IsConstant(Call derivative) => derivative is
    {
        Operation: Operation.Derivative, Arguments: [var body, Symbol { Name: var name }, NumberLiteral { Value: var times }]
    }
    && Repeated(body, name, (int)times.Numerator) is { } value && ExpressionInspector.IsClosed(value);

    /// <summary>The derivative as often as said; null where there is none.</summary>
    internal static Expression? Repeated(Expression body, string name, int times)
    {
        Expression? result = body;
        for (var i = 0; i < times && result is not null; i++)
            result = Differentiator.Of(result, name);
        return result;
    }
}

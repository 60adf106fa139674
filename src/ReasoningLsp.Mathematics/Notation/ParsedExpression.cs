using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>The longest expression that starts at a token.</summary>
/// <param name="Expression">The expression, or null where none starts.</param>
/// <param name="Next">Index of the first token after it.</param>
/// <param name="Ambiguities">Every ambiguity met on the way.</param>
public readonly record struct ParsedExpression(Expression? Expression, int Next, Ambiguities Ambiguities);

using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Relations;

/// <summary>One link of a chain with the verdict on it.</summary>
/// <param name="Statement">The statement it belongs to.</param>
/// <param name="Index">Which link of the chain.</param>
/// <param name="Judgment">What is known of it.</param>
/// <param name="IsNumeric">Whether both sides are closed.</param>
/// <param name="IsAnnotation">Whether it stands in a calculator annotation.</param>
internal sealed record JudgedLink(Statement Statement, int Index, Judgment Judgment, bool IsNumeric, bool IsAnnotation)
{
    /// <summary>What trying an equality with symbols at points showed; null for any other link.</summary>
    public IdentityOutcome? Identity { get; init; }

    /// <summary>The equation as a fact; null for a number, an annotation, an equality under a modulus, and past the most that a step may
    /// state.</summary>
    public EquationFact? Fact { get; init; }

    public Member Left => Statement.Chain.Members[Index];

    public Member Right => Statement.Chain.Members[Index + 1];

    public string Sign => Statement.Chain.Signs[Index];

    public TextSpan Span => TextSpan.FromBounds(Left.Start, Math.Max(Left.Start, Right.End));

    public Expression? LeftExpression => Left.Expression;

    public Expression? RightExpression => Right.Expression;
}

using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a step's text says, before anything is judged. Depends on the text and the reading options only.</summary>
/// <param name="Text">The text that was read.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Statements">Its relation chains in their sentences, in order.</param>
/// <param name="Annotations">The chains of calculator annotations (GSM8K's double angle brackets).</param>
/// <param name="Equations">The equations among the statements, for steps that build on them.</param>
/// <param name="Options">How ambiguous notation was read first.</param>
internal sealed record StepAnalysis(
    string Text,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Statement> Annotations,
    ImmutableArray<EquationFact> Equations,
    ParserOptions Options);

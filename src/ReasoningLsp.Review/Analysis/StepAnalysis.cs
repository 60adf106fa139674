using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a step's text says, before anything is judged. Depends on the text and the reading options only.</summary>
/// <param name="Text">The text that was read.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Chains">Its relation chains, in order.</param>
/// <param name="Annotations">The chains of calculator annotations, each with the tokens it was read from.</param>
/// <param name="Options">How ambiguous notation was read first.</param>
internal sealed record StepAnalysis(
    string Text,
    ImmutableArray<Token> Tokens,
    ImmutableArray<RelationChain> Chains,
    ImmutableArray<(ImmutableArray<Token> Tokens, RelationChain Chain)> Annotations,
    ParserOptions Options);

using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>The tokens of a text.</summary>
/// <param name="Tokens">All but those inside calculator annotations.</param>
/// <param name="Annotations">The tokens of each GSM8K annotation <c>&lt;&lt;48/2=24&gt;&gt;</c>.</param>
public sealed record LexedText(ImmutableArray<Token> Tokens, ImmutableArray<ImmutableArray<Token>> Annotations);

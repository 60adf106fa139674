using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>A comment that addresses the review, at its place in the chunk.</summary>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Rules">The rules it names; empty is an error that is reported.</param>
/// <param name="Span">The comment, from the start of its chunk.</param>
internal sealed record ChunkComment(SuppressionScope Scope, ImmutableArray<string> Rules, TextSpan Span);

using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>A comment such as <c>&lt;!-- reasoning-disable-next-step RR101 --&gt;</c>.</summary>
/// <param name="Rules">The rule ids named; never empty.</param>
/// <param name="Scope">What it applies to.</param>
/// <param name="Span">The comment in the original file.</param>
/// <param name="Target">The region of the original file in which the rules are silent.</param>
public sealed record Suppression(ImmutableArray<string> Rules, SuppressionScope Scope, TextSpan Span, TextSpan Target);

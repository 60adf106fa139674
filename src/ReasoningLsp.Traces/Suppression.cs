using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>A comment such as <c>&lt;!-- reasoning-disable-next-step RR101 --&gt;</c>.</summary>
/// <param name="Rules">The rule ids named; never empty.</param>
/// <param name="Scope">What it applies to.</param>
/// <param name="Span">The comment in the original file.</param>
/// <param name="Target">The region of the original file in which the rules are silent.</param>
public sealed record Suppression(ImmutableArray<string> Rules, SuppressionScope Scope, TextSpan Span, TextSpan Target)
{
    /// <summary>Whether the rule of this id is silent at a place of the file.</summary>
    public bool Silences(string rule, int place) => Covers(place) && Rules.Contains(rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the place lies where the rules are silent.</summary>
    public bool Covers(int place) => place >= Target.Start && place <= Target.End;
}

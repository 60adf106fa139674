using System.Collections.Immutable;

namespace ReasoningLsp.Review.Findings;

/// <summary>What to check and how loudly.</summary>
public sealed record ReviewOptions
{
    /// <summary>Every rule at its own severity.</summary>
    public static ReviewOptions Default { get; } = new();

    /// <summary>Severity by rule id where it differs from the rule's own; null switches the rule off.</summary>
    public ImmutableDictionary<string, Severity?> Severities { get; init; } =
        ImmutableDictionary<string, Severity?>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>Only these rule ids, or all where empty.</summary>
    public ImmutableHashSet<string> Only { get; init; } = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.OrdinalIgnoreCase);

    /// <summary>The severity of a rule under these options, <paramref name="own"/> where it differs from the rule's; null where it is
    /// off.</summary>
    public Severity? SeverityOf(Rule rule, Severity? own = null)
    {
        if (!Only.IsEmpty && !Only.Contains(rule.Id))
            return null;
        return Severities.TryGetValue(rule.Id, out var configured) ? configured : own ?? rule.Severity;
    }
}

using System.Collections.Immutable;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Suppressions;

/// <summary>Applies a document's suppression comments and keeps account of which of them silenced something.</summary>
internal sealed class SuppressionLedger(ImmutableArray<Suppression> suppressions)
{
    private readonly HashSet<(int Suppression, string Rule)> _used = [];

    /// <summary>Whether a comment silences <paramref name="finding"/>; every comment that does counts as used.</summary>
    public bool Silences(Finding finding)
    {
        var silenced = false;
        for (var index = 0; index < suppressions.Length; index++)
        {
            var suppression = suppressions[index];
            if (!suppression.Covers(finding.Span.Start))
                continue;
            foreach (var rule in suppression.Rules)
            {
                if (!string.Equals(rule, finding.Rule.Id, StringComparison.OrdinalIgnoreCase))
                    continue;
                _used.Add((index, rule));
                silenced = true;
            }
        }

        return silenced;
    }

    /// <summary>A finding for each rule that a comment names in vain. Call after every finding was asked about.</summary>
    /// <param name="options">Which rules run, and how loudly.</param>
    /// <param name="ran">Whether a rule could find anything: those of models and checklists only where these were applied.</param>
    public IEnumerable<(Suppression Suppression, Finding Finding)> Unused(ReviewOptions options, Func<Rule, bool> ran)
    {
        for (var index = 0; index < suppressions.Length; index++)
        {
            foreach (var rule in suppressions[index].Rules)
            {
                if (!_used.Contains((index, rule)) && UnusedSuppressionCheck.Of(suppressions[index], rule, options, ran) is { } finding)
                    yield return (suppressions[index], finding);
            }
        }
    }
}

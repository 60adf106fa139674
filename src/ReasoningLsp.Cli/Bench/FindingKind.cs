using System.Collections.Frozen;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Bench;

/// <summary>The kind of a finding, finer than its rule: what it shows as evidence, which is what its mechanism rests on.</summary>
internal static class FindingKind
{
    // What findings of every mechanism show, and what only some texts give.
    private static readonly FrozenSet<string> s_common = FrozenSet.Create(StringComparer.Ordinal, "left", "right", "why",
        Evidence.MistakeName);

    /// <summary>Such as <c>RR105 first, second</c>.</summary>
    public static string Of(Finding finding)
    {
        var shown = finding.Evidence.Items.Select(item => item.Key).Where(name => !s_common.Contains(name))
            .Distinct(StringComparer.Ordinal);
        return $"{finding.Rule.Id} {string.Join(", ", shown)}".TrimEnd();
    }
}

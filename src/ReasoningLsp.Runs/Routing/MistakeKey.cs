using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>What makes two findings the same mistake: a mistake with a name, or the same rule on the same form with other
/// numbers.</summary>
public static partial class MistakeKey
{
    /// <summary>The key of a finding.</summary>
    public static string Of(RunFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Mistake is { } mistake)
            return $"{finding.Rule} {mistake}";
        var said = finding.Evidence.FirstOrDefault(pair => pair.Key == "statement").Value ?? finding.Message;
        return $"{finding.Rule} {Blanks().Replace(Numbers().Replace(Words().Replace(said, "w"), "#"), string.Empty)}";
    }

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\\)\b\p{L}{2,}(?:\s+\p{L}{2,})*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

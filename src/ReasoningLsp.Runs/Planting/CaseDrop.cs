using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Leaves out one of two solutions: <c>x = 3 or x = −3</c> becomes <c>x = 3</c>, and <c>x = ±3</c> too. Words between the two
/// play no part, so that it is the same in every language.</summary>
internal static partial class CaseDrop
{
    /// <summary>Every place of a solution where a case can be left out so that it is missed: what follows speaks of it, or nothing
    /// follows.</summary>
    public static IEnumerable<(int Step, PlantedChange Change)> In(ImmutableArray<string> steps)
    {
        for (var step = 0; step < steps.Length; step++)
        {
            foreach (Match match in Alternatives().Matches(steps[step]))
            {
                if (match.Groups["a"].Value != match.Groups["b"].Value && IsMissed(steps, step, match.Groups["b"].Value))
                    yield return (step, Without(steps[step], match.Groups["rest"], string.Empty));
            }

            foreach (Match match in PlusMinus().Matches(steps[step]))
            {
                if (IsMissed(steps, step, match.Groups["a"].Value))
                    yield return (step, Without(steps[step], match.Groups["sign"], string.Empty));
            }
        }
    }

    private static bool IsMissed(ImmutableArray<string> steps, int step, string value) =>
        step == steps.Length - 1 || steps.Skip(step + 1).Any(later => later.Contains(value, StringComparison.Ordinal));

    private static PlantedChange Without(string text, Group part, string by) =>
        new(string.Concat(text.AsSpan(0, part.Index), by, text.AsSpan(part.Index + part.Length)), part.Index, null, null);

    [GeneratedRegex(@"\b(?<v>[a-zA-Z])\s*=\s*(?<a>[-−]?\d+(?:\.\d+)?)(?<rest>\$?\s*,?\s*(?:\\text\{\s*\p{L}+\s*\}|\p{L}{1,6})\s*\$?"
        + @"\k<v>\s*=\s*(?<b>[-−]?\d+(?:\.\d+)?))(?![\d.]*\d|\s*[+\-−*/^])", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\b[a-zA-Z]\s*=\s*(?<sign>±\s?|\\pm\s?)(?<a>\d+(?:\.\d+)?)(?![\d.]*\d|\s*[+\-−*/^])", RegexOptions.CultureInvariant)]
    private static partial Regex PlusMinus();
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Sentences that instruct a judge, as the files of the languages say. In doubt none.</summary>
internal static class InjectedInstructions
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // One of these stands in every sentence that the patterns match.
    private static readonly SearchValues<string> s_triggers =
        SearchValues.Create(LanguageFile.AllTexts("guard", "triggers").AsSpan(), StringComparison.OrdinalIgnoreCase);

    // Built when a trigger is met, which most texts have none of.
    private static readonly Lazy<ImmutableArray<(string Name, Regex Pattern)>> s_patterns = new(() =>
        [.. LanguageFile.All.SelectMany(language => language.Named("guard", "instructions"))
            .Select(instruction => (instruction.Name, new Regex(instruction.Text, Linear)))]);

    /// <summary>The first match of each kind, in order of their place, none touching another.</summary>
    public static IEnumerable<(TextSpan Span, string Name)> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(s_triggers))
            yield break;
        var end = -1;
        foreach (var (match, name) in s_patterns.Value.Select(pattern => (Match: pattern.Pattern.Match(text), pattern.Name))
            .Where(each => each.Match.Success).OrderBy(each => each.Match.Index))
        {
            if (match.Index < end)
                continue;
            end = match.Index + match.Length;
            yield return (new TextSpan(match.Index, match.Length), name);
        }
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Sentences that instruct a judge, as the files of the languages say. In doubt none.</summary>
internal static class InjectedInstructions
{
    private static readonly ImmutableArray<Language> s_languages =
        [.. LanguageFile.All.Select(file => new Language(file)).Where(language => language.HasInstructions)];

    // One pass tells most texts from those in which a language has to be asked.
    private static readonly WordSearch s_triggers =
        new(LanguageFile.AllTexts("guard", "triggers"), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first match of each kind, in order of their place, none touching another.</summary>
    public static IEnumerable<(TextSpan Span, string Name)> Find(string text)
    {
        if (!s_triggers.OccursIn(text))
            yield break;
        var end = -1;
        foreach (var (match, name) in s_languages.Where(language => language.OccurIn(text)).SelectMany(language => language.Patterns)
            .Select(pattern => (Match: pattern.Pattern.Match(text), pattern.Name))
            .Where(each => each.Match.Success).OrderBy(each => each.Match.Index))
        {
            if (match.Index < end)
                continue;
            end = match.Index + match.Length;
            yield return (new TextSpan(match.Index, match.Length), name);
        }
    }

    // The sentences of one language. An automaton takes tens of milliseconds to build: one for all of them when a word is met that stands
    // in each, and one for each only where that one has matched.
    private sealed class Language(LanguageFile file)
    {
        private readonly WordSearch _triggers = new(file.Texts("guard", "triggers").ToArray(), StringComparison.OrdinalIgnoreCase);

        private readonly Lazy<ImmutableArray<(string Name, LinearRegex Pattern)>> _patterns = new(() =>
            [.. file.Named("guard", "instructions").Select(instruction =>
                (instruction.Name, new LinearRegex(instruction.Text, RegexOptions.IgnoreCase)))]);

        private readonly Lazy<LinearRegex> _any = new(() =>
            new LinearRegex(string.Join('|', file.Named("guard", "instructions").Select(instruction => $"(?:{instruction.Text})")),
                RegexOptions.IgnoreCase));

        public ImmutableArray<(string Name, LinearRegex Pattern)> Patterns => _patterns.Value;

        public bool HasInstructions => file.Named("guard", "instructions").Any();

        public bool OccurIn(string text) => _triggers.OccursIn(text) && _any.Value.IsMatch(text);
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Answers;

/// <summary>The options of a multiple-choice problem: "A) 12 B) 15", "(A) …", "A: …", a line or a place each.</summary>
internal sealed partial class ChoiceOptions
{
    private readonly ImmutableDictionary<char, string> _texts;

    private ChoiceOptions(ImmutableDictionary<char, string> texts) => _texts = texts;

    /// <summary>The options that a problem lists, from A on; none where it lists none.</summary>
    public static ChoiceOptions In(string problem)
    {
        var texts = ImmutableDictionary.CreateBuilder<char, string>();
        var starts = new List<Match>();
        foreach (Match label in s_label.Matches(problem))
        {
            if (label.Groups["letter"].Value[0] == 'A')
                starts.Clear();
            if (label.Groups["letter"].Value[0] == 'A' + starts.Count)
                starts.Add(label);
        }

        for (var i = 0; i < starts.Count && starts.Count > 1; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Index : problem.Length;
            texts[(char)('A' + i)] = problem[(starts[i].Index + starts[i].Length)..end].Trim(' ', '\n', '\r', '\t', ',', ';');
        }

        return new ChoiceOptions(texts.ToImmutable());
    }

    /// <summary>The letter that a text is about and nothing else: "B", "(B)", "Choice_B: 18 %", "option C"; null where it names none, or
    /// several.</summary>
    public static char? LetterOf(string answer)
    {
        var letters = s_named.Matches(answer).Select(match => match.Groups["letter"].Value[0]).Distinct().ToList();
        if (letters.Count == 0 && s_leading.Match(answer) is { Success: true } leading
            // "A: 3, B: 4" chooses none: it answers two questions.
            && s_label.Matches(answer).DistinctBy(label => label.Groups["letter"].Value).Count() <= 1)
            letters.Add(char.ToUpperInvariant(leading.Groups["letter"].Value[0]));
        return letters is [var only] ? only : null;
    }

    /// <summary>The text of an option, or null.</summary>
    public string? TextOf(char letter) => _texts.GetValueOrDefault(letter);

    /// <summary>The only option whose text <paramref name="says"/> what it is asked for; null where that is none or several.</summary>
    public char? Only(Func<string, bool> says) =>
        _texts.Where(option => says(option.Value)).Select(option => option.Key).ToList() is [var only] ? only : null;

    private static readonly LinearRegex s_label = new(@"(?:^|[\s,;(*])\(?(?<letter>[A-J])\**(?:\)|:|\.\s)\**");

    private static readonly LinearRegex s_named = new(
        @"(?:choice|option)[\s_\\]*\(?(?<letter>[A-J])(?:[^A-Za-z]|$)", RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_leading = new(
        @"^[\s*(]*(?:\\(?:text|textbf|mathrm)\s*\{)?[\s*(]*(?<letter>[A-J])[\s*]*(?:[.:)}]|$)");
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Facts;

/// <summary>How facts are said, in every language that says so in its file.</summary>
internal static class FactLanguage
{
    private const string Section = "facts";

    /// <summary>The templates, those with the longest words first: "is not divisible by" before "divisible by".</summary>
    public static ImmutableArray<FactTemplate> Templates { get; } =
    [
        .. Enum.GetValues<FactKind>()
            .SelectMany(kind => Texts(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()))
                .Select(text => FactTemplate.Parse(kind, text)))
            .OrderByDescending(template => template.AnchorText.Length),
    ];

    /// <summary>One of these is in every text that says a fact.</summary>
    public static WordSearch Anchors { get; } = new(
        Templates.Select(template => template.AnchorText).Distinct(StringComparer.OrdinalIgnoreCase), StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<char, ImmutableArray<(string Anchor, ImmutableArray<int> Templates)>> s_byFirst =
        Templates.Select((template, index) => (template.AnchorText, Index: index))
            .GroupBy(each => each.AnchorText, each => each.Index, StringComparer.OrdinalIgnoreCase)
            .GroupBy(anchor => char.ToUpperInvariant(anchor.Key[0]), anchor => (anchor.Key, anchor.ToImmutableArray()))
            .ToFrozenDictionary(first => first.Key, first => first.ToImmutableArray());

    /// <summary>The anchors that begin with a letter, in upper or lower case, each with the indices of its templates.</summary>
    public static ImmutableArray<(string Anchor, ImmutableArray<int> Templates)> AnchorsFrom(char first) =>
        s_byFirst.GetValueOrDefault(char.ToUpperInvariant(first), []);

    private static ImmutableArray<string> Texts(string key) => LanguageFile.AllTexts(Section, key);
}

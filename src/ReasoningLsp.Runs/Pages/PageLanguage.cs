using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Pages.Mathematics;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Runs.Pages;

/// <summary>A page's own words in one language, from the <c>page</c> and <c>findings</c> of its file in <c>src/Languages</c>.</summary>
internal sealed partial class PageLanguage
{
    private static readonly LanguageFile s_english = LanguageFile.Find("en")!;

    private readonly LanguageFile _file;

    private PageLanguage(LanguageFile file) => _file = file;

    /// <summary>The language; English where there is none of that code, or none that says what a page says.</summary>
    public static PageLanguage Of(string? code) =>
        new(LanguageFile.Find(code) is { } file && file.Text("page", "title") is not null ? file : s_english);

    /// <summary>The BCP 47 code.</summary>
    public string Code => _file.Code;

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft => _file.Text("page", "direction") == "rtl";

    /// <summary>What a step is called.</summary>
    public string Step => _file.Texts("labels", "step").FirstOrDefault() ?? s_english.Texts("labels", "step")[0];

    /// <summary>The page's word or sentence of that name; what a language lacks is English.</summary>
    public string this[string key] => _file.Text("page", key) ?? s_english.Text("page", key)!;

    /// <summary>The sentence with what it says in place of <c>{name}</c>.</summary>
    public Markup Say(string key, params ReadOnlySpan<(string Name, Markup Value)> parts)
    {
        var values = parts.ToArray().ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        return Fill(this[key], name => values[name])!.Value;
    }

    /// <summary>What is found, in this language; null where it has no such sentence or the finding lacks a part of it.</summary>
    public Markup? Find(string key, Func<string, Markup?> part) =>
        _file.Text("findings", key) is { } sentence ? Fill(sentence, part) : null;

    private static Markup? Fill(string sentence, Func<string, Markup?> part)
    {
        var lacks = false;
        var html = Named().Replace(Markup.Text(sentence).Html, match =>
        {
            var value = part(match.Groups[1].Value);
            lacks |= value is null;
            return value?.Html ?? string.Empty;
        });
        return lacks ? null : new Markup(html);
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}

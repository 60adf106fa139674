using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads an answer that names an option: <c>C</c>, <c>(C) 17</c>, <c>C. 17</c>, <c>Option C</c>, <c>选C</c>.</summary>
internal static class ChoiceReader
{
    private static readonly string Option = WordPattern.Bare(LanguageFile.AllTexts("notation", "option"));

    private static readonly LinearRegex s_letter = new(
        @"^(?:(?i:" + Option + @")\s*[:_]?\s*)?(?:\((?<letter>[A-Ja-dfghj])\)|(?<letter>[A-J]))\s*[.:)]?$"
        + @"|^(?<letter>[a-dfghj])\)$");
    private static readonly LinearRegex s_content = new(
        @"^(?:(?i:" + Option + @")\s*)?(?:\((?<letter>[A-J])\)\s*[.:]?|(?<letter>[A-J])(?:\)|[.:]\s))\s*(?<content>\S.*)$",
        RegexOptions.Singleline);

    // "Choice_B: 18%", "(Option C)", "Choice D, chromosome 22"
    private static readonly LinearRegex s_named = new(
        @"^\(?(?i:option|choice)[\s_\\]*\(?(?<letter>[A-J])\)?[\s_*]*\)?(?:[:.]\s*(?<content>\S.*)|,.*|\s*\(.*\))?$",
        RegexOptions.Singleline);
    // "(A) and (C)"
    private static readonly LinearRegex s_more = new(
        @"^(?:or|&|,|" + WordPattern.Bare(LanguageFile.AllTexts("notation", "and")) + @")(?:\s|\()");

    /// <summary>The letter of the option and what stands beside it; null where the answer names none.</summary>
    public static (char Letter, string? Content)? Read(string normalised)
    {
        var text = normalised.StartsWith(@"\text{", StringComparison.Ordinal) || normalised.StartsWith('{') ? Unwrapped(normalised)
            : normalised;
        if (s_letter.Match(text) is { Success: true } letter)
            return (char.ToUpperInvariant(letter.Groups["letter"].Value[0]), null);
        if (s_named.Match(text) is { Success: true } named)
            return (named.Groups["letter"].Value[0],
                named.Groups["content"] is { Length: > 0 } said && !s_more.IsMatch(said.Value) ? said.Value : null);
        return s_content.Match(text) is { Success: true } option && !s_more.IsMatch(option.Groups["content"].Value)
            ? (option.Groups["letter"].Value[0], option.Groups["content"].Value) : null;
    }

    // "\text{(C) }17"
    private static string Unwrapped(string text)
    {
        var close = text.IndexOf('}', StringComparison.Ordinal);
        return close < 0 ? text : (text[(text.IndexOf('{', StringComparison.Ordinal) + 1)..close] + text[(close + 1)..]).Trim();
    }
}

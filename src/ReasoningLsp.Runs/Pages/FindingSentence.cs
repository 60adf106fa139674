using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ReasoningLsp.Runs.Pages.Mathematics;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Pages;

/// <summary>What was found as one sentence of the page's language, made of the evidence, whose mathematics is nobody's language.</summary>
internal static partial class FindingSentence
{
    private static readonly FrozenDictionary<string, string[]> s_sentences = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["RR003"] = ["correctedValue"],
        ["RR101"] = ["calculation"],
        ["RR102"] = ["comparison"],
        ["RR103"] = ["identity", "sides"],
        ["RR104"] = ["solution"],
        ["RR105"] = ["consequence"],
        ["RR106"] = ["division", "comparison", "consequence"],
        ["RR107"] = ["conversion", "units"],
        ["RR108"] = ["percentage"],
        ["RR109"] = ["rounding"],
        ["RR110"] = ["time", "fact"],
        ["RR111"] = ["fact"],
        ["RR112"] = ["programOutput"],
        ["RR201"] = ["noAnswer"],
        ["RR202"] = ["repeated"],
        ["RR203"] = ["padding"],
        ["RR204"] = ["reference"],
        ["RR205"] = ["bareResult"],
        ["RR206"] = ["unusedGiven"],
        ["RR207"] = ["numberFromNowhere"],
        ["RR301"] = ["contradiction"],
        ["RR302"] = ["copy"],
        ["RR303"] = ["work"],
        ["RR390"] = ["answer"],
        ["RR401"] = ["doubted"],
        ["RR402"] = ["doubted"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all sentences.</summary>
    public static IEnumerable<string> Names => s_sentences.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal);

    /// <summary>The sentence; the message, marked as English, where the language has none.</summary>
    public static PageRemark Of(RunFinding finding, PageLanguage language)
    {
        foreach (var name in s_sentences.GetValueOrDefault(finding.Rule) ?? [])
        {
            if (language.Find(name, part => Part(finding, part, language)) is { } sentence)
                return new PageRemark(sentence);
        }

        return new PageRemark(WorkMarkup.Of(finding.Message), language.Code == "en" ? null : "en");
    }

    private static Markup? Part(RunFinding finding, string name, PageLanguage language)
    {
        var value = Value(name) ?? name switch
        {
            "equation" => Value("first"),
            "with" => Value("second"),
            "dividend" => Value("division") is { } division && Division().Match(division) is { Success: true } parts
                ? $"{parts.Groups[1].Value} = {parts.Groups[2].Value}·{parts.Groups[3].Value} + {parts.Groups[4].Value}" : null,
            _ => null,
        };
        // What is said in English of units that do not fit.
        if (value is null || (finding.Rule == "RR107" && Said().IsMatch(value)))
            return null;
        // "c = 5 (step 4)": where it stands is said in words.
        var place = Place().Match(value);
        if (!place.Success)
            return WorkMarkup.Formula(value);
        var where = place.Groups["step"] is { Success: true, Value: var step } ? $"{language.Step} {step}" : language["problem"];
        return new Markup($"{WorkMarkup.Formula(value[..place.Index]).Html} ({Markup.Text(where).Html})");

        string? Value(string key) => finding.Evidence.FirstOrDefault(pair => pair.Key == key).Value;
    }

    [GeneratedRegex(@"\s+\((?:step (?<step>\d+)|(?:the )?problem)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(", without a unit$| do not add up$", RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(\S+) ÷ (\S+) = (\S+) remainder (\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Division();
}
